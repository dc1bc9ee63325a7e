package io.switchboard.core.desk.presence;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** What somebody does at a ticket. */
public enum Activity {
    /** Has it open. */
    VIEWING,
    /** Writes a message. */
    WRITING,
    /** Has closed it. */
    GONE;

    /** Returns the name in the API and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code activity}
     */
    public static Activity of(String id) {
        return Arrays.stream(values())
                .filter(activity -> activity.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        "activity",
                        "must be one of "
                                + Arrays.stream(values()).map(Activity::id).toList()));
    }
}
