package io.switchboard.core.plugins;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a ZIP file as it stands there, which {@link java.util.zip.ZipFile} does not show: entries of the
 * same name, and those that are symbolic links.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_SIZE = 46;
    private static final int UNIX = 3;
    private static final int TYPE = 0xF000;
    private static final int LINK = 0xA000;
    private static final int ZIP64 = 0xFFFF;

    private ZipDirectory() {}

    /**
     * An entry.
     *
     * @param name as it stands there
     * @param link whether it is a symbolic link
     */
    record Entry(String name, boolean link) {}

    /**
     * Reads the directory.
     *
     * @param most how many entries there may be
     * @throws io.switchboard.api.error.SwitchboardException with {@code plugin-refused} if it is none, or has more entries
     */
    static List<Entry> read(Path file, int most) throws IOException {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            ByteBuffer tail = last(zip, END_SIZE + LONGEST_COMMENT);
            int end = tail.limit() - END_SIZE;
            while (end >= 0 && tail.getInt(end) != END) {
                end--;
            }
            if (end < 0) {
                throw Refusal.because("is not a ZIP file");
            }
            int count = tail.getShort(end + 10) & 0xFFFF;
            long size = tail.getInt(end + 12) & 0xFFFFFFFFL;
            long offset = tail.getInt(end + 16) & 0xFFFFFFFFL;
            if (count > most || count == ZIP64) {
                throw Refusal.because("has more than " + most + " entries");
            }
            if (offset + size > zip.length() - END_SIZE) {
                throw Refusal.because("is a broken ZIP file: its directory lies outside of it");
            }
            byte[] directory = new byte[(int) size];
            zip.seek(offset);
            zip.readFully(directory);
            return entries(little(directory), count);
        }
    }

    private static List<Entry> entries(ByteBuffer directory, int count) {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        for (int index = 0; index < count; index++) {
            if (at + HEADER_SIZE > directory.limit() || directory.getInt(at) != HEADER) {
                throw Refusal.because("is a broken ZIP file: its directory ends early");
            }
            int nameSize = directory.getShort(at + 28) & 0xFFFF;
            int next = at
                    + HEADER_SIZE
                    + nameSize
                    + (directory.getShort(at + 30) & 0xFFFF)
                    + (directory.getShort(at + 32) & 0xFFFF);
            if (next > directory.limit()) {
                throw Refusal.because("is a broken ZIP file: its directory ends early");
            }
            boolean unix = (directory.getShort(at + 4) >>> 8 & 0xFF) == UNIX;
            int mode = directory.getInt(at + 38) >>> 16;
            String name = new String(directory.array(), at + HEADER_SIZE, nameSize, StandardCharsets.UTF_8);
            entries.add(new Entry(name, unix && (mode & TYPE) == LINK));
            at = next;
        }
        return entries;
    }

    private static ByteBuffer last(RandomAccessFile zip, int most) throws IOException {
        int size = (int) Math.min(zip.length(), most);
        byte[] tail = new byte[size];
        zip.seek(zip.length() - size);
        zip.readFully(tail);
        return little(tail);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
