package io.switchboard.core.rest.people;

import io.switchboard.api.error.SwitchboardException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Certificates of an agent as they are sent: ids with the day on which each was last passed. */
final class Certificates {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final int MOST = 100;
    private static final String FIELD = "certificates";

    private Certificates() {}

    /** Returns days as they are sent. */
    static Map<String, String> texts(Map<String, LocalDate> certificates) {
        Map<String, String> texts = new TreeMap<>();
        certificates.forEach((certificate, passedOn) -> texts.put(certificate, passedOn.toString()));
        return texts;
    }

    /** Reads what was sent; what is left out is none. */
    static Map<String, LocalDate> days(@Nullable Map<String, String> sent) {
        if (sent == null) {
            return Map.of();
        }
        if (sent.size() > MOST) {
            throw SwitchboardException.field(FIELD, "must have at most " + MOST + " certificates");
        }
        Map<String, LocalDate> certificates = new TreeMap<>();
        sent.forEach((certificate, passedOn) -> certificates.put(certificate, day(certificate, passedOn)));
        return certificates;
    }

    private static LocalDate day(String certificate, @Nullable String passedOn) {
        if (ID.matcher(certificate).matches()
                && passedOn != null
                && DAY.matcher(passedOn).matches()) {
            try {
                LocalDate day = LocalDate.parse(passedOn);
                if (!day.isBefore(EARLIEST)) {
                    return day;
                }
            } catch (DateTimeException noDay) {
                throw wrong();
            }
        }
        throw wrong();
    }

    private static SwitchboardException wrong() {
        return SwitchboardException.field(
                FIELD,
                "must give ids such as card-payments the day on which each was last passed, such as 2026-03-31, not before "
                        + EARLIEST);
    }
}
