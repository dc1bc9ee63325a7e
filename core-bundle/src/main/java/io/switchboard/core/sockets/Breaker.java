package io.switchboard.core.sockets;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Stops asking what keeps failing. It opens after five failures in a row, or when half of the last twenty calls failed;
 * after a pause one call is let through, and its outcome closes it or doubles the pause, up to a minute.
 */
final class Breaker {
    /** Whether calls pass. */
    enum State {
        /** Calls pass. */
        CLOSED,
        /** No call passes. */
        OPEN,
        /** One call is under way to see whether it works again. */
        HALF_OPEN
    }

    /** What a caller may do. */
    enum Permit {
        /** Call. */
        CALL,
        /** Call to see whether it works again, which it did not lately. */
        TRIAL,
        /** Not call. */
        NONE
    }

    private static final int WINDOW = 20;
    private static final int IN_A_ROW = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Deque<Boolean> outcomes = new ArrayDeque<>(WINDOW);
    private State state = State.CLOSED;
    private Duration pause = FIRST_PAUSE;
    private long openedAt;
    private int failuresInARow;

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns whether a call may be made now; whoever may make one must report what became of it. */
    synchronized Permit ask() {
        return switch (state) {
            case CLOSED -> Permit.CALL;
            case HALF_OPEN -> Permit.NONE;
            case OPEN -> {
                if (nanoTime.getAsLong() - openedAt < pause.toNanos()) {
                    yield Permit.NONE;
                }
                state = State.HALF_OPEN;
                yield Permit.TRIAL;
            }
        };
    }

    synchronized void succeeded() {
        failuresInARow = 0;
        if (state == State.HALF_OPEN) {
            state = State.CLOSED;
            pause = FIRST_PAUSE;
            outcomes.clear();
        }
        remember(true);
    }

    synchronized void failed() {
        failuresInARow++;
        remember(false);
        if (state == State.HALF_OPEN) {
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            open();
        } else if (state == State.CLOSED && (failuresInARow >= IN_A_ROW || halfFailed())) {
            open();
        }
    }

    /** Takes back a permit that was not used. */
    synchronized void notCalled() {
        if (state == State.HALF_OPEN) {
            state = State.OPEN;
        }
    }

    synchronized State state() {
        return state;
    }

    private void open() {
        state = State.OPEN;
        openedAt = nanoTime.getAsLong();
    }

    private void remember(boolean success) {
        if (outcomes.size() == WINDOW) {
            outcomes.removeFirst();
        }
        outcomes.addLast(success);
    }

    private boolean halfFailed() {
        return outcomes.size() == WINDOW
                && outcomes.stream().filter(success -> !success).count() * 2 >= WINDOW;
    }
}
