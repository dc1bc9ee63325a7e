package io.switchboard.core.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.hsqldb.lib.EventLogInterface;
import org.hsqldb.lib.FileAccess;

/**
 * How the engine reaches its files: the log goes through {@link LogStream} and {@link GroupSync}, every other file as
 * the engine does it.
 */
final class LogFileAccess implements FileAccess {
    private static final String LOG_SUFFIX = ".log";

    private final FileAccess files;
    private final LogFile.Opener opener;
    private final GroupSync sync;
    private final EngineFailures failures;

    LogFileAccess(FileAccess files, LogFile.Opener opener, GroupSync sync, EngineFailures failures) {
        this.files = files;
        this.opener = opener;
        this.sync = sync;
        this.failures = failures;
    }

    @Override
    public OutputStream openOutputStreamElementAppend(String name) throws IOException {
        if (!name.endsWith(LOG_SUFFIX)) {
            return files.openOutputStreamElementAppend(name);
        }
        LogStream log = new LogStream(opener.open(Path.of(name)), failures);
        sync.use(log);
        return log;
    }

    @Override
    public FileSync getFileSync(OutputStream stream) throws IOException {
        return stream instanceof LogStream log ? () -> sync.commitAppended(log) : files.getFileSync(stream);
    }

    @Override
    public InputStream openInputStreamElement(String name) throws IOException {
        return files.openInputStreamElement(name);
    }

    @Override
    public OutputStream openOutputStreamElement(String name) throws IOException {
        return files.openOutputStreamElement(name);
    }

    @Override
    public boolean isStreamElement(String name) {
        return files.isStreamElement(name);
    }

    @Override
    public void createParentDirs(String name) {
        files.createParentDirs(name);
    }

    @Override
    public boolean removeElement(String name) {
        return files.removeElement(name);
    }

    @Override
    public boolean renameElement(String from, String to) {
        return files.renameElement(from, to);
    }

    @Override
    public boolean renameElementOrCopy(String from, String to, EventLogInterface events) {
        return files.renameElementOrCopy(from, to, events);
    }
}
