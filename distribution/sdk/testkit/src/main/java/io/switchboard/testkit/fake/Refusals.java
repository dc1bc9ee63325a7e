package io.switchboard.testkit.fake;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.util.List;
import java.util.Map;

/** The refusals that several fakes share. */
final class Refusals {
    private Refusals() {}

    static void longer(String text, int limit, String field) {
        if (text.length() > limit) {
            throw SwitchboardException.field(field, "must have at most " + limit + " characters");
        }
    }

    static void blank(String text, String field) {
        if (text.isBlank()) {
            throw SwitchboardException.field(field, "must not be blank");
        }
    }

    static void limit(int value, int most) {
        if (value < 1 || value > most) {
            throw SwitchboardException.field("limit", "must be from 1 to " + most);
        }
    }

    static SwitchboardException conflict(ErrorCode code, String message, Map<String, Object> details) {
        return new SwitchboardException(code, message, List.of(), details, null);
    }
}
