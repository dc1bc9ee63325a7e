package io.switchboard.core.desk.history;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.ticket.HeadRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A file with the ends of histories: a first line that says what it is; a line for each ticket with its id,
 * number, last row and that row's hash, with a space between; and a last line with their count and the SHA-256 of all
 * before, so that a file that was cut shows too.
 */
final class HeadsFile {
    private static final String TITLE = "switchboard history heads 1\n";
    private static final String END = "end ";

    private HeadsFile() {}

    /** Begins a file; it takes its place when it is finished. */
    static Writer write(Path file) throws IOException {
        return new Writer(file);
    }

    /** Writes a file beside its place. */
    static final class Writer implements AutoCloseable {
        private final Path file;
        private final Path part;
        private final DigestOutputStream out;
        private long count;

        private Writer(Path file) throws IOException {
            this.file = file;
            this.part = file.resolveSibling(file.getFileName() + ".part");
            OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part));
            this.out = new DigestOutputStream(bytes, sha256());
            line(TITLE.strip());
        }

        void add(HeadRow head) throws IOException {
            line(head.id() + " " + head.number() + " " + head.lastSequence() + " " + head.lastHash());
            count++;
        }

        /** Ends the file and returns how many lines it has. */
        long finish() throws IOException {
            line(END + count + " "
                    + HexFormat.of().formatHex(out.getMessageDigest().digest()));
            out.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        }

        private void line(String text) throws IOException {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            out.close();
            Files.deleteIfExists(part);
        }
    }

    /**
     * Reads a file.
     *
     * @throws SwitchboardException with {@code invalid-field} if it is none, or not whole
     */
    static List<HeadRow> read(Path file) throws IOException {
        String text = Files.readString(file);
        int end = text.lastIndexOf("\n" + END) + 1;
        if (!text.startsWith(TITLE) || end == 0) {
            throw refuse(file);
        }
        List<String> lines = text.substring(0, end).lines().skip(1).toList();
        String sum =
                HexFormat.of().formatHex(sha256().digest(text.substring(0, end).getBytes(StandardCharsets.UTF_8)));
        if (!text.substring(end).strip().equals(END + lines.size() + " " + sum)) {
            throw refuse(file);
        }
        List<HeadRow> heads = new ArrayList<>();
        for (String line : lines) {
            heads.add(head(file, line));
        }
        return heads;
    }

    private static HeadRow head(Path file, String line) {
        String[] parts = line.split(" ", -1);
        try {
            return new HeadRow(TicketId.of(parts[0]), parts[1], Long.parseLong(parts[2]), parts[3]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | SwitchboardException malformed) {
            throw refuse(file);
        }
    }

    private static SwitchboardException refuse(Path file) {
        return new SwitchboardException(
                ErrorCode.INVALID_FIELD, file + " is no file of history heads, or not the whole of one");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
