package io.switchboard.core.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;

/**
 * Watches over the connections: ends those on which the head of a request does not arrive in time, however slowly it goes
 * on, and knows on which one a request is being answered. Times are those of {@link System#nanoTime()}.
 */
final class OpenConnections implements Connection.Listener {
    /** From opening to the end of the head of the first request, the TLS handshake included. */
    static final Duration FIRST_HEAD = Duration.ofSeconds(20);
    /** From the first byte of a later request to the end of its head. */
    static final Duration LATER_HEAD = Duration.ofSeconds(10);

    private final Map<Connection, State> open = new ConcurrentHashMap<>();

    /** What is known of a connection; guarded by itself. */
    private static final class State {
        private final long opened;
        private boolean busy;
        private boolean used;
        private long bytesAtRest;
        private boolean stirring;
        private long stirred;

        State(long opened) {
            this.opened = opened;
        }

        synchronized void begin() {
            busy = true;
            used = true;
            stirring = false;
        }

        synchronized void end(long bytes) {
            busy = false;
            bytesAtRest = bytes;
        }

        synchronized boolean busy() {
            return busy;
        }

        synchronized boolean late(long bytes, long now) {
            if (busy) {
                return false;
            }
            if (!used) {
                return now - opened > FIRST_HEAD.toNanos();
            }
            if (bytes == bytesAtRest) {
                return false;
            }
            if (!stirring) {
                stirring = true;
                stirred = now;
            }
            return now - stirred > LATER_HEAD.toNanos();
        }
    }

    @Override
    public void onOpened(Connection connection) {
        opened(connection, System.nanoTime());
    }

    /** Takes note of a connection; that of TLS is only the shell of the one that speaks HTTP. */
    void opened(Connection connection, long now) {
        if (!(connection instanceof SslConnection)) {
            open.put(connection, new State(now));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** Takes note that the head of a request has arrived. */
    void begun(Connection connection) {
        State state = open.get(connection);
        if (state != null) {
            state.begin();
        }
    }

    /** Takes note that a request was answered. */
    void ended(Connection connection) {
        State state = open.get(connection);
        if (state != null) {
            state.end(connection.getBytesIn());
        }
    }

    /** Returns on how many connections a request is being answered. */
    int busy() {
        return (int) open.values().stream().filter(State::busy).count();
    }

    /** Returns how many there are. */
    int count() {
        return open.size();
    }

    /** Ends the connections whose request has not arrived in time. */
    void endLate(long now) {
        open.forEach((connection, state) -> {
            if (state.late(connection.getBytesIn(), now)) {
                connection.close();
            }
        });
    }

    /** Ends the connections on which nothing is being answered. */
    void endIdle() {
        open.forEach((connection, state) -> {
            if (!state.busy()) {
                connection.close();
            }
        });
    }
}
