package io.switchboard.directory.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;

/**
 * A file that a CRM wrote, read whole and within limits.
 *
 * @param file where it is
 * @param columns how it is to be read
 * @param maximumSize how many bytes it may have
 * @param maximumLines how many customers it may have
 */
record Export(Path file, Columns columns, long maximumSize, int maximumLines) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_FIELD = 1 << 20;

    /** Thrown for a file that cannot be read; says why, without what stands there. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Reads it.
     *
     * @param before what was read last, which stays where a line cannot be read
     */
    Contents read(Contents before) throws Unreadable {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Unreadable("it is no ordinary file");
        }
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(new Bounded(Files.newInputStream(file), maximumSize), digest);
                Reader text = text(bytes);
                CsvReader<CsvRecord> lines = reader(text)) {
            return read(lines, before, digest);
        } catch (IOException failure) {
            throw new Unreadable(reason(failure), failure);
        } catch (UncheckedIOException failure) {
            Throwable cause = failure.getCause();
            throw new Unreadable(reason(cause == null ? failure : cause), failure);
        }
    }

    private Contents read(CsvReader<CsvRecord> reader, Contents before, MessageDigest digest) throws Unreadable {
        Reading reading = new Reading(before);
        Iterator<CsvRecord> lines = reader.iterator();
        long number = 0;
        try {
            Header header = header(lines);
            for (int customers = 0; lines.hasNext(); ) {
                CsvRecord line = lines.next();
                number = line.getStartingLineNumber();
                if (++customers > maximumLines) {
                    throw new Unreadable("it has more customers than the settings allow, " + maximumLines);
                }
                reading.take(new Line(line, header, columns), number);
            }
            digest.update(columns.toString().getBytes(StandardCharsets.UTF_8));
            return reading.contents(
                    columns.wanted().stream()
                            .filter(column -> !header.has(column))
                            .toList(),
                    HexFormat.of().formatHex(digest.digest()));
        } catch (CsvParseException broken) {
            throw new Unreadable(
                    "its quotes are wrong after line " + number + ", or a field there is longer than " + LONGEST_FIELD
                            + " characters",
                    broken);
        }
    }

    private Header header(Iterator<CsvRecord> lines) throws Unreadable {
        try {
            Header header = lines.hasNext() ? Header.of(lines.next()) : new Header(Map.of(), 0);
            if (!header.has(columns.email())) {
                throw new Unreadable("its first line names no column '" + columns.email() + "'");
            }
            return header;
        } catch (WrongLine twice) {
            throw new Unreadable(twice.reason(), twice);
        }
    }

    /** What is wrong with the number of columns of a line is the line's matter and not the file's. */
    private CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(columns.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text);
    }

    private Reader text(InputStream bytes) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(
                bytes,
                Charset.forName(columns.encoding())
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = text.read();
        if (first != BYTE_ORDER_MARK && first >= 0) {
            text.unread(first);
        }
        return text;
    }

    private String reason(Throwable failure) {
        if (failure instanceof Bounded.TooLarge) {
            return "it is larger than the settings allow, " + maximumSize + " bytes";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is not encoded in " + columns.encoding();
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return failure instanceof AccessDeniedException
                ? "the server may not read it"
                : "it cannot be read, " + failure.getClass().getSimpleName();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
