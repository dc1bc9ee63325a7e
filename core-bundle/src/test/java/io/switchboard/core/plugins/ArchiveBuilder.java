package io.switchboard.core.plugins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives for tests, good ones and hostile ones. */
final class ArchiveBuilder {
    private static final int CENTRAL = 0x02014b50;

    private record Content(String name, byte[] bytes) {}

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Content> contents = new ArrayList<>();
    private String links = "";
    private String renamed = "";
    private String newName = "";

    private ArchiveBuilder(String id) {
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", id);
        header("Bundle-Version", "1.0.0");
        header("Provide-Capability", "io.switchboard.plugin;socket=IntakeChannel");
    }

    static ArchiveBuilder plugin(String id) {
        return new ArchiveBuilder(id);
    }

    /** Sets a header; null takes it away. */
    ArchiveBuilder header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    ArchiveBuilder with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ArchiveBuilder with(String name, byte[] bytes) {
        contents.add(new Content(name, bytes));
        return this;
    }

    /** Makes an entry a symbolic link. */
    ArchiveBuilder link(String name) {
        links = name;
        return with(name, "/etc/passwd");
    }

    /** Gives an entry another name of the same length, which the writer would not take. */
    ArchiveBuilder rename(String name, String to) {
        renamed = name;
        newName = to;
        return this;
    }

    Path in(Path folder) {
        return in(folder, headers.get("Bundle-SymbolicName") + ".jar");
    }

    Path in(Path folder, String fileName) {
        try {
            return Files.write(folder.resolve(fileName), bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(entry("META-INF/MANIFEST.MF"));
            zip.write(manifest().getBytes(StandardCharsets.UTF_8));
            for (Content content : contents) {
                zip.putNextEntry(entry(content.name()));
                zip.write(content.bytes());
            }
        }
        byte[] archive = out.toByteArray();
        if (!renamed.isEmpty()) {
            String text = new String(archive, StandardCharsets.ISO_8859_1).replace(renamed, newName);
            archive = text.getBytes(StandardCharsets.ISO_8859_1);
        }
        return links.isEmpty() ? archive : markLink(archive);
    }

    /** The same archive has the same bytes, whenever it is made. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }

    private String manifest() {
        StringBuilder text = new StringBuilder("Manifest-Version: 1.0\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString();
    }

    private byte[] markLink(byte[] archive) {
        ByteBuffer buffer = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < archive.length - 46; at++) {
            if (buffer.getInt(at) == CENTRAL) {
                int size = buffer.getShort(at + 28);
                if (new String(archive, at + 46, size, StandardCharsets.UTF_8).equals(links)) {
                    buffer.put(at + 5, (byte) 3);
                    buffer.putInt(at + 38, 0xA1FF << 16);
                }
            }
        }
        return archive;
    }
}
