package io.switchboard.core.rest;

import io.switchboard.core.web.FrontDoor;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Opens the door of a starting server once all resources that the core declares are served. They come one after another;
 * who asks for one that is still missing is to come again, and not to be told that there is none.
 */
final class FirstOpening {
    private static final long SETTLED_MILLISECONDS = 250;
    /** For how long a resource that is declared but does not come keeps the others waiting. */
    private static final long LONGEST_GAP_MILLISECONDS = 15_000;

    private final FrontDoor door;
    private final DeclaredResources declared;
    private final ScheduledExecutorService later;
    private final Supplier<OptionalInt> served;
    private volatile Runnable listener = () -> {};
    private volatile boolean done;
    private volatile long lastChange;

    /**
     * Waits.
     *
     * @param later where it looks again; one thread
     * @param served how many resources of the core are served, nothing while that is about to change
     */
    FirstOpening(
            FrontDoor door, DeclaredResources declared, ScheduledExecutorService later, Supplier<OptionalInt> served) {
        this.door = door;
        this.declared = declared;
        this.later = later;
        this.served = served;
    }

    boolean done() {
        return done;
    }

    /** Has the listener told of the opening, now or later. */
    void whenDone(Runnable told) {
        listener = told;
        if (done) {
            told.run();
        }
    }

    /** A resource came: others may follow. */
    void changed() {
        lastChange = System.nanoTime();
    }

    /** Opens the door if it is time, else looks again as long as there is something to wait for. */
    void look() {
        OptionalInt count = served.get();
        if (done || count.isEmpty()) {
            return;
        }
        boolean complete = count.getAsInt() >= declared.count();
        long quiet = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastChange);
        if (quiet >= (complete ? SETTLED_MILLISECONDS : LONGEST_GAP_MILLISECONDS)) {
            done = true;
            door.open();
            listener.run();
        } else {
            later.schedule(this::look, SETTLED_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }
}
