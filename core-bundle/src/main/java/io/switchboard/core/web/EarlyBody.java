package io.switchboard.core.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the body of a request without holding a thread, up to a size and for a time: whoever sends slowly keeps
 * nobody waiting but himself. A larger body goes on as it comes.
 */
final class EarlyBody implements Runnable {
    /** How much is waited for. */
    static final int SIZE = 64 << 10;

    /** How many bytes a second must come of a larger body, on the average after a while. */
    private static final int SLOWEST = 4 << 10;

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Request request;
    private final Duration patience;
    private final Outcome outcome;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final AtomicBoolean decided = new AtomicBoolean();
    private Scheduler.@Nullable Task deadline;

    /** What came of it; exactly one of its methods is called, once. */
    interface Outcome {
        /**
         * The request can be served.
         *
         * @param complete whether the whole body is there
         */
        void arrived(Request request, boolean complete);

        /** The body did not come, or not as HTTP has it. */
        void failed(int status);
    }

    /**
     * Begins to wait when {@link #await()} is called.
     *
     * @param patience how long is waited
     */
    EarlyBody(Request request, Duration patience, Outcome outcome) {
        this.request = request;
        this.patience = patience;
        this.outcome = outcome;
    }

    void await() {
        if (!hasBody(request)) {
            outcome.arrived(request, true);
        } else if (request.getLength() > SIZE) {
            outcome.arrived(new Arrived(request, bytes, false), false);
        } else {
            run();
        }
    }

    /** Says whether HTTP/1.1 announces a body. */
    static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    @Override
    public void run() {
        while (!decided.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                setDeadline();
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                fail(TransportFault.statusOf(chunk.getFailure()).orElse(HttpStatus.BAD_REQUEST_400));
                return;
            }
            boolean last = chunk.isLast();
            keep(chunk);
            if (last || bytes.size() >= SIZE) {
                arrive(last);
                return;
            }
        }
    }

    /** Copies, for a chunk of one byte may hold a whole buffer of the connection. */
    private void keep(Content.Chunk chunk) {
        byte[] content = new byte[chunk.remaining()];
        chunk.get(content, 0, content.length);
        bytes.writeBytes(content);
        chunk.release();
    }

    private void arrive(boolean complete) {
        if (decided.compareAndSet(false, true)) {
            cancelDeadline();
            Runnable arrival = () -> outcome.arrived(new Arrived(request, bytes, complete), complete);
            if (complete) {
                arrival.run();
            } else {
                serveElsewhere(arrival);
            }
        }
    }

    /**
     * Jetty tells of the next content only when the call that told of the last one has returned, so whoever waits for the
     * rest of a body must not do it within that call.
     */
    private void serveElsewhere(Runnable arrival) {
        try {
            request.getComponents().getExecutor().execute(arrival);
        } catch (RejectedExecutionException stopping) {
            outcome.failed(HttpStatus.SERVICE_UNAVAILABLE_503);
        }
    }

    private void fail(int status) {
        if (decided.compareAndSet(false, true)) {
            cancelDeadline();
            outcome.failed(status);
        }
    }

    private void setDeadline() {
        if (deadline == null) {
            deadline = request.getComponents()
                    .getScheduler()
                    .schedule(() -> fail(HttpStatus.REQUEST_TIMEOUT_408), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel();
        }
    }

    /** The request with what has come of its body before what is still to come, if that comes fast enough. */
    private static final class Arrived extends Request.Wrapper {
        private final boolean complete;
        private final long begun = System.nanoTime();
        private long taken;
        private Content.@Nullable Chunk first;

        Arrived(Request request, ByteArrayOutputStream bytes, boolean complete) {
            super(request);
            this.complete = complete;
            this.first = bytes.size() == 0 && !complete
                    ? null
                    : Content.Chunk.from(ByteBuffer.wrap(bytes.toByteArray()), complete);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk chunk = first;
            if (chunk != null) {
                first = null;
                return chunk;
            }
            return complete ? Content.Chunk.EOF : paced(super.read());
        }

        private Content.@Nullable Chunk paced(Content.@Nullable Chunk chunk) {
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return chunk;
            }
            taken += chunk.remaining();
            long late = System.nanoTime() - begun - GRACE.toNanos();
            if (late <= 0 || taken >= SLOWEST * (late / 1_000_000_000.0)) {
                return chunk;
            }
            chunk.release();
            return Content.Chunk.from(
                    new BadMessageException(HttpStatus.REQUEST_TIMEOUT_408, "the body comes too slowly"), true);
        }

        @Override
        public void demand(Runnable reader) {
            if (first != null || complete) {
                reader.run();
            } else {
                super.demand(reader);
            }
        }

        @Override
        public boolean consumeAvailable() {
            first = null;
            return complete || super.consumeAvailable();
        }
    }
}
