package io.switchboard.launcher.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a build writes: an archive, or a folder of classes with a manifest. Files may come and go while it is read. */
final class SourceFiles {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Path place;

    SourceFiles(Path place) {
        this.place = place;
    }

    /** Returns a text that is another if any file is. */
    String state() throws IOException {
        StringBuilder state = new StringBuilder();
        files().forEach((name, attributes) -> state.append(name)
                .append(' ')
                .append(attributes.size())
                .append(' ')
                .append(attributes.lastModifiedTime())
                .append('\n'));
        return state.toString();
    }

    /** Returns whether there is something to install: a build that cleans up first takes all away for a while. */
    boolean isComplete() {
        return Files.isRegularFile(place) || Files.isRegularFile(place.resolve(MANIFEST));
    }

    /** Returns a copy as an archive, which is the caller's to remove. */
    Path archive() throws IOException {
        Path copy = Files.createTempFile("switchboard-develop-", ".jar");
        try {
            if (Files.isRegularFile(place)) {
                Files.copy(place, copy, StandardCopyOption.REPLACE_EXISTING);
            } else {
                pack(copy);
            }
            return copy;
        } catch (IOException failure) {
            Files.deleteIfExists(copy);
            throw failure;
        }
    }

    private void pack(Path copy) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(copy);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, MANIFEST);
            for (String name : files().keySet()) {
                if (!name.equals(MANIFEST)) {
                    add(zip, name);
                }
            }
        }
    }

    private void add(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(place.resolve(name), zip);
        zip.closeEntry();
    }

    private Map<String, BasicFileAttributes> files() throws IOException {
        Map<String, BasicFileAttributes> files = new TreeMap<>();
        if (!Files.exists(place)) {
            return files;
        }
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(place.relativize(file).toString().replace('\\', '/'), attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // it went while the others were read
                }
                throw failure;
            }
        });
        return files;
    }
}
