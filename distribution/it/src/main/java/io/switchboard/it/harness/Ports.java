package io.switchboard.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers of tests. They lie below those that the system gives to clients, which would otherwise sit now and then on
 * the port of a server that is about to start again; and JVMs that run tests side by side begin far from each other.
 */
final class Ports {
    private static final int FIRST = 18_000;
    private static final int NUMBER = 14_000;
    private static final AtomicInteger NEXT = new AtomicInteger(new SecureRandom().nextInt(NUMBER));

    private Ports() {}

    /** Returns a port on which nobody listens. */
    static int next() {
        for (int tries = 0; tries < NUMBER; tries++) {
            int port = FIRST + NEXT.getAndIncrement() % NUMBER;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("All ports from " + FIRST + " on are taken");
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
