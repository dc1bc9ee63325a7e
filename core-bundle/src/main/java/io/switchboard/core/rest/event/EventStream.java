package io.switchboard.core.rest.event;

import io.switchboard.core.access.Caller;
import io.switchboard.core.access.RequestAuthenticator.Credentials;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One open stream. Events wait in a short queue until the connection takes them; a reader who is too slow is let go, and
 * comes back with the last token it has seen.
 */
final class EventStream implements WriteListener {
    private static final int LONGEST_QUEUE = 1_000;

    private final Credentials credentials;
    private volatile Caller caller;
    private final AsyncContext context;
    private final ServletOutputStream output;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean closed;
    private boolean unflushed;

    EventStream(Caller caller, Credentials credentials, AsyncContext context) throws IOException {
        this.caller = caller;
        this.credentials = credentials;
        this.context = context;
        this.output = context.getResponse().getOutputStream();
    }

    /** Begins to write. */
    void open() {
        output.setWriteListener(this);
    }

    Caller caller() {
        return caller;
    }

    /** Returns what its reader proved themselves by. */
    Credentials credentials() {
        return credentials;
    }

    /** Goes on with what its reader may do now. */
    void goOnAs(Caller now) {
        caller = now;
    }

    /** Queues a text; lets the reader go if it has fallen too far behind. */
    void send(String text) {
        boolean overflow;
        synchronized (this) {
            overflow = waiting.size() >= LONGEST_QUEUE;
            if (!overflow && !closed) {
                waiting.add(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        if (overflow) {
            close();
        } else {
            onWritePossible();
        }
    }

    @Override
    public void onWritePossible() {
        try {
            write();
        } catch (IOException gone) {
            close();
        }
    }

    private synchronized void write() throws IOException {
        while (!closed && output.isReady()) {
            byte[] next = waiting.poll();
            if (next != null) {
                output.write(next);
                unflushed = true;
            } else if (unflushed) {
                unflushed = false;
                output.flush();
            } else {
                return;
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Ends the stream; a second call does nothing. */
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
        }
        context.complete();
    }
}
