package io.switchboard.core.rest.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that {@code Range} asks for (RFC 9110): one range of bytes. Several ranges, other units and what is
 * malformed are passed over, and the whole file is given.
 */
sealed interface ByteRange {
    /** The whole file. */
    record Whole() implements ByteRange {}

    /** A part that the file does not have. */
    record Unsatisfiable() implements ByteRange {}

    /**
     * A part.
     *
     * @param first its first byte, counted from 0
     * @param last its last byte
     */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** Reads the header for a file of a size. */
    static ByteRange of(@Nullable String header, long size) {
        Matcher matcher = header == null ? null : Range.ONE.matcher(header);
        if (matcher == null || !matcher.matches()) {
            return new Whole();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return new Whole();
        }
        return from >= size ? new Unsatisfiable() : new Part(from, to);
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - length), size - 1);
    }

    /** How a single range is written. */
    final class Range {
        private static final Pattern ONE = Pattern.compile("\\s*bytes\\s*=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

        private Range() {}
    }
}
