package io.switchboard.it.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plugin was told, which it writes into a file: a ticket and its own version in each line. Read as it grows, by one thread. */
final class ToldTickets {
    private final Path file;
    private final Map<String, String> versions = new HashMap<>();
    private final List<String> twice = new ArrayList<>();
    private long read;

    ToldTickets(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Returns which version was told of each ticket. */
    Map<String, String> versions() {
        readOn();
        return versions;
    }

    /** Returns the tickets that were told more than once. */
    List<String> twice() {
        readOn();
        return twice;
    }

    private void readOn() {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer more = ByteBuffer.allocate(Math.toIntExact(channel.size() - read));
            channel.read(more, read);
            String text = new String(more.array(), 0, more.position(), StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            read += whole.length();
            whole.lines().forEach(this::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        String[] parts = line.split(" ", 2);
        if (versions.put(parts[0], parts[1]) != null) {
            twice.add(parts[0]);
        }
    }
}
