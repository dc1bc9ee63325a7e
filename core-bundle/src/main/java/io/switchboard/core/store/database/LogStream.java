package io.switchboard.core.store.database;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The engine's transaction log. After its first failure it takes nothing more, so that the file is always a prefix of
 * what was committed, and the failure is reported where a commit looks for it.
 */
final class LogStream extends OutputStream {
    private final LogFile file;
    private final EngineFailures failures;
    private volatile boolean broken;
    private boolean closed;

    LogStream(LogFile file, EngineFailures failures) {
        this.file = file;
        this.failures = failures;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (broken) {
            throw new IOException("The log takes nothing more after a failure");
        }
        try {
            file.write(bytes, offset, length);
        } catch (IOException failure) {
            broken = true;
            failures.writeFailed(failure);
            throw failure;
        }
    }

    /** Makes everything written so far durable; does nothing once closed, because closing has done it. */
    synchronized void force() throws IOException {
        if (closed) {
            return;
        }
        if (broken) {
            throw new IOException("The log has failed; what was written last may be lost");
        }
        try {
            file.sync();
        } catch (IOException failure) {
            broken = true;
            failures.syncFailed(failure);
            throw failure;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            try {
                force();
            } finally {
                closed = true;
                file.close();
            }
        }
    }
}
