package io.switchboard.core.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request whose body nobody has read to its end: takes the rest and throws it away, up to a size and for a time. A
 * connection that is closed while its client still sends is reset, and the client may never see the answer.
 */
final class RemainingBody implements Callback, Runnable {
    private static final long SIZE = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Request request;
    private final Callback callback;
    private final AtomicBoolean ended = new AtomicBoolean();
    private long taken;
    private Scheduler.@Nullable Task deadline;

    private RemainingBody(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    /** Returns a callback for the end of the request. */
    static Callback of(Request request, Callback callback) {
        return EarlyBody.hasBody(request) ? new RemainingBody(request, callback) : callback;
    }

    @Override
    public void succeeded() {
        run();
    }

    @Override
    public void failed(Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            callback.failed(failure);
        }
    }

    @Override
    public void run() {
        while (!ended.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                setDeadline();
                request.demand(this);
                return;
            }
            taken += chunk.remaining();
            boolean last = chunk.isLast() || Content.Chunk.isFailure(chunk);
            chunk.release();
            if (last || taken > SIZE) {
                end();
            }
        }
    }

    private void setDeadline() {
        if (deadline == null) {
            deadline = request.getComponents()
                    .getScheduler()
                    .schedule(this::end, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            if (deadline != null) {
                deadline.cancel();
            }
            callback.succeeded();
        }
    }
}
