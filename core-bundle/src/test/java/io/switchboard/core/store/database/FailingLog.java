package io.switchboard.core.store.database;

import java.io.IOException;
import java.nio.file.Path;

/** Log files on a disk that fails when it is told to. */
final class FailingLog implements LogFile.Opener {
    private volatile boolean failingWrites;
    private volatile boolean failingSyncs;

    void failWrites() {
        failingWrites = true;
    }

    void failSyncs() {
        failingSyncs = true;
    }

    void heal() {
        failingWrites = false;
        failingSyncs = false;
    }

    @Override
    public LogFile open(Path path) throws IOException {
        LogFile file = LogFile.onDisk(path);
        return new LogFile() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (failingWrites) {
                    file.write(bytes, offset, length / 2);
                    throw new IOException("No space left on device");
                }
                file.write(bytes, offset, length);
            }

            @Override
            public void sync() throws IOException {
                if (failingSyncs) {
                    throw new IOException("Input/output error");
                }
                file.sync();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }
}
