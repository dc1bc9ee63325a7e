package io.switchboard.core.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the free space of the disk, so that the desk becomes read-only while there is still room for the engine to
 * put its files in order, and takes changes again by itself.
 */
final class DiskSpace {
    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long LOW = 64 * MEBIBYTE;
    private static final long ENOUGH = 96 * MEBIBYTE;

    private final Path folder;
    private volatile boolean low;

    DiskSpace(Path folder) {
        this.folder = folder;
    }

    boolean low() {
        return low;
    }

    void measure() {
        try {
            update(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unknown) {
            LOG.warn("The free space of {} cannot be read", folder, unknown);
        }
    }

    void update(long usable) {
        if (!low && usable < LOW) {
            low = true;
            LOG.error(
                    "Only {} MiB are free in {}: the desk takes no changes until there is room",
                    usable / MEBIBYTE,
                    folder);
        } else if (low && usable >= ENOUGH) {
            low = false;
            LOG.info("There is room again in {}: the desk takes changes", folder);
        }
    }
}
