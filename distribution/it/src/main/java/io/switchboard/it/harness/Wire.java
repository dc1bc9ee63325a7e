package io.switchboard.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The way to another server on this machine, which can be frozen, so that both ends wait, and cut. */
public final class Wire implements AutoCloseable {

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thawed = lock.newCondition();
    private boolean frozen;
    private volatile boolean cut;

    /** Lays a wire to a port. */
    public Wire(int target) {
        this.target = target;
        try {
            this.entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The port of its near end. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Nothing goes through any more, and nobody is told; new connections are taken and lead nowhere. */
    public void freeze() {
        setFrozen(true);
    }

    /** What waited goes on. */
    public void thaw() {
        setFrozen(false);
    }

    /** Ends all connections, and each new one at once. */
    public void cut() {
        cut = true;
        open.forEach(Wire::end);
    }

    /** Takes connections again. */
    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        thaw();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setFrozen(boolean wanted) {
        lock.lock();
        try {
            frozen = wanted;
            thawed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitThaw() {
        lock.lock();
        try {
            while (frozen) {
                thawed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                open.add(near);
                start(() -> connect(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        awaitThaw();
        try {
            Socket far = new Socket("localhost", target);
            open.add(far);
            if (cut) {
                end(near);
                end(far);
            }
            start(() -> copy(far, near));
            copy(near, far);
        } catch (IOException unreachable) {
            end(near);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[8_192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                awaitThaw();
                out.write(buffer, 0, count);
            }
        } catch (IOException gone) {
            end(to);
        } finally {
            end(from);
            open.remove(from);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
