package io.switchboard.core.desk.escalation;

import io.switchboard.api.error.SwitchboardException;
import java.util.Locale;

/** What is answered to an escalation. */
public enum Verdict {
    /** Taken on; of a review: the solution may be implemented. */
    ACCEPTED,
    /** Not so: the ticket goes back to where it came from. */
    SENT_BACK;

    /** The state of an escalation to which nothing was answered yet. */
    static final String OPEN = "open";

    /** Returns the name in the API and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code verdict}
     */
    public static Verdict of(String id) {
        for (Verdict verdict : values()) {
            if (verdict.id().equals(id)) {
                return verdict;
            }
        }
        throw SwitchboardException.field("verdict", "must be accepted or sent_back");
    }
}
