package io.switchboard.bench.load;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file, handed out one after another to any number of threads; never all in memory. */
final class TicketLines implements Closeable {

    private final BufferedReader reader;
    private long number;

    TicketLines(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        this.reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    /** A line and its number, counted from 1. */
    record Line(long number, String text) {}

    /** Returns the next line that is not blank, or null after the last. */
    synchronized @Nullable Line next() throws IOException {
        String text = reader.readLine();
        number++;
        while (text != null && text.isBlank()) {
            text = reader.readLine();
            number++;
        }
        return text == null ? null : new Line(number, text);
    }

    @Override
    public synchronized void close() throws IOException {
        reader.close();
    }
}
