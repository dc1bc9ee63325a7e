package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** Runs the server of the distribution in this process for as long as something is done to it. */
public interface TrialServer {
    /**
     * Starts it on an empty data folder, does the work, and stops it.
     *
     * @return what the work returned
     * @throws StartFailure if it does not start, or the work throws it
     */
    <T> T with(Path data, Work<T> work) throws StartFailure, IOException, InterruptedException;

    /** What is done to a server that runs. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it; the framework is that of the server. */
        T on(BundleContext framework) throws StartFailure, IOException, InterruptedException;
    }
}
