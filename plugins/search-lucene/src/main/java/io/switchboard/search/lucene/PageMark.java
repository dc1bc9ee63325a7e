package io.switchboard.search.lucene;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;

/**
 * Where a page ended: the score and the ticket of its last hit. It names no place in the index, so it holds while the
 * index changes, and after a restart.
 *
 * @param ranked whether the query had words
 * @param score the score, or 0 if not ranked
 * @param key the upper half of the ticket's id
 * @param rest the lower half
 */
record PageMark(boolean ranked, float score, long key, long rest) {
    private static final int BYTES = 1 + Float.BYTES + 2 * Long.BYTES;

    /** Returns the text form, of letters, digits, {@code -} and {@code _}. */
    String text() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put((byte) (ranked ? 1 : 0))
                .putFloat(score)
                .putLong(key)
                .putLong(rest)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads the text form.
     *
     * @throws SwitchboardException with {@code invalid-cursor} if it is not one of a query like this
     */
    static PageMark of(String text, boolean ranked) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOurs) {
            throw invalid();
        }
        if (bytes.length != BYTES || bytes[0] != (ranked ? 1 : 0)) {
            throw invalid();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, BYTES - 1);
        PageMark mark = new PageMark(ranked, buffer.getFloat(), buffer.getLong(), buffer.getLong());
        if (!Float.isFinite(mark.score)) {
            throw invalid();
        }
        return mark;
    }

    /** Returns it as the document after which Lucene is to go on. */
    FieldDoc after() {
        Object[] values = ranked ? new Object[] {score, key, rest} : new Object[] {key, rest};
        return new FieldDoc(Integer.MAX_VALUE, score, values);
    }

    private static SwitchboardException invalid() {
        return new SwitchboardException(
                ErrorCode.INVALID_CURSOR, "This mark is not one of a search like this; begin with the first page");
    }
}
