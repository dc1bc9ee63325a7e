package io.switchboard.core.rest;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cursors of lists: opaque to clients, and refused if they were not made by the same list. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 1_000;

    private Cursor() {}

    /**
     * Makes a cursor.
     *
     * @param list names the list and its order
     * @param parts where the page ended
     */
    public static String of(String list, List<String> parts) {
        String text = list + SEPARATOR + String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @param count how many parts it must have
     * @return the parts, or nothing if there is no cursor
     * @throws SwitchboardException with {@code invalid-cursor}
     */
    public static @Nullable List<String> read(@Nullable String cursor, String list, int count) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            if (cursor.length() <= LONGEST) {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                String[] parts = text.split(SEPARATOR, -1);
                if (parts[0].equals(list) && parts.length == count + 1) {
                    return List.of(parts).subList(1, parts.length);
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        throw invalid();
    }

    /** Returns the refusal of a cursor. */
    public static SwitchboardException invalid() {
        return new SwitchboardException(
                ErrorCode.INVALID_CURSOR, "This cursor does not belong to this list; leave it out to start again");
    }
}
