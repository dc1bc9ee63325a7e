package io.switchboard.core.store.database;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file under the log. */
interface LogFile {
    /** Appends bytes; the operating system has them when it returns. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Returns when everything appended so far is on the disk. */
    void sync() throws IOException;

    /** Closes the file. */
    void close() throws IOException;

    /** Opens log files. */
    interface Opener {
        /** Opens a file to append to, and creates it durably if it is missing. */
        LogFile open(Path path) throws IOException;
    }

    /** Opens a file of the operating system. */
    static LogFile onDisk(Path path) throws IOException {
        FileOutputStream file = new FileOutputStream(path.toFile(), true);
        syncFolder(path);
        return new LogFile() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                file.write(bytes, offset, length);
            }

            @Override
            public void sync() throws IOException {
                file.getFD().sync();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    /** Makes a new file's name durable, where the operating system lets a folder be opened. */
    private static void syncFolder(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder =
                    FileChannel.open(path.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
