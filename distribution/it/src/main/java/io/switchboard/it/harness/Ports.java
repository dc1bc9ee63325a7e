package io.switchboard.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers of tests. They lie below those that the system gives to clients, which would otherwise sit now and then on
 * the port of a server that is about to start again; and each JVM that runs tests beside others has its own.
 */
final class Ports {
    private static final int FIRST = 18_000;
    private static final int EACH = 3_000;
    private static final int JVMS = 4;
    private static final int OWN = FIRST + EACH * (Integer.getInteger("switchboard.it.fork", 0) % JVMS);
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private Ports() {}

    /** Returns a port on which nobody listens. */
    static int next() {
        for (int tries = 0; tries < EACH; tries++) {
            int port = OWN + TAKEN.getAndIncrement() % EACH;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("All ports from " + OWN + " on are taken");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
