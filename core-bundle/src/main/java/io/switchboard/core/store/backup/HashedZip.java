package io.switchboard.core.store.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file that is written in one pass and knows the SHA-256 of each entry afterwards. */
final class HashedZip {
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    HashedZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Writes the content of an entry. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = sha256();
        Counting counting = new Counting(new DigestOutputStream(zip, digest));
        content.writeTo(counting);
        counting.flush();
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, counting.length, HexFormat.of().formatHex(digest.digest())));
    }

    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    /** Ends the zip file; the stream below stays open. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Counts, and keeps whoever writes an entry from closing the zip file. */
    private static final class Counting extends FilterOutputStream {
        private long length;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int oneByte) throws IOException {
            out.write(oneByte);
            length++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
            length += count;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
