package io.switchboard.directory.csv;

import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is read again when it changed and is at rest; what was read last stays while it cannot be read. */
final class WatchedFile {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final Export export;
    private final Clock clock;
    private volatile Contents contents = Contents.NOTHING;
    private volatile @Nullable Instant readAt;
    private volatile @Nullable String unreadable;
    private @Nullable Stamp seen;
    private @Nullable Stamp tried;

    WatchedFile(Export export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    /** By what a change is noticed; a file that is not there has no time. */
    private record Stamp(long size, @Nullable FileTime changed) {}

    Contents contents() {
        return contents;
    }

    /** Reads the file if it looks as it did a moment ago, but not as it did when it was read. */
    synchronized void look() {
        Stamp now = stamp();
        boolean atRest = now.equals(seen);
        seen = now;
        if (atRest && !now.equals(tried)) {
            tried = now;
            read();
        }
    }

    private void read() {
        try {
            contents = export.read(contents);
            readAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            unreadable = null;
            LOG.info("{} customers were read from {}", contents.entries().size(), export.file());
        } catch (Export.Unreadable refused) {
            unreadable = refused.getMessage();
            LOG.warn("{} was not read: {}", export.file(), unreadable);
        } catch (RuntimeException failure) {
            unreadable = "it cannot be read, " + failure.getClass().getSimpleName();
            LOG.error("{} was not read", export.file(), failure);
        }
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(export.file(), BasicFileAttributes.class);
            return new Stamp(attributes.isRegularFile() ? attributes.size() : -2, attributes.lastModifiedTime());
        } catch (IOException none) {
            return new Stamp(-1, null);
        }
    }

    State state() {
        String reason = unreadable;
        Instant last = readAt;
        if (reason != null) {
            String until = last == null
                    ? "No customer is known until it can be."
                    : "What was read at " + last + " is served on.";
            return new State(
                    last == null ? Grade.RED : Grade.YELLOW, export.file() + " is not read: " + reason + ". " + until);
        }
        List<String> sentences = new ArrayList<>();
        Contents read = contents;
        if (!read.missing().isEmpty()) {
            sentences.add("The file has no column " + String.join(", ", read.missing())
                    + ": name another in the settings, or none.");
        }
        if (read.wrongLines() > 0) {
            sentences.add("Of " + read.wrongLines() + " lines that cannot be read, what was known before is served on: "
                    + String.join("; ", read.problems())
                    + (read.wrongLines() > read.problems().size() ? "; ..." : "."));
        }
        return sentences.isEmpty() ? State.WELL : new State(Grade.YELLOW, String.join(" ", sentences));
    }
}
