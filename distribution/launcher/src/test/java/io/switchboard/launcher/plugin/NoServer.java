package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.StartFailure;
import java.nio.file.Path;

/** Stands where a server would be started. */
final class NoServer implements TrialServer {
    @Override
    public <T> T with(Path data, Work<T> work) throws StartFailure {
        throw new StartFailure("there is no server in this test");
    }
}
