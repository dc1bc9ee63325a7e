package io.switchboard.example.courier;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The names of the mails that were carried lately, each an empty file. */
final class CarriedMail {
    /** Longer than the desk tries to deliver anything. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private final Path folder;

    CarriedMail(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Instant old = Instant.now().minus(REMEMBERED);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    void add(String name) throws IOException {
        try {
            Files.createFile(folder.resolve(name));
        } catch (FileAlreadyExistsException alreadyKnown) {
            return;
        }
    }
}
