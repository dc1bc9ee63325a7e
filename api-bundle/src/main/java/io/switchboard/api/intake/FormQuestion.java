package io.switchboard.api.intake;

import java.util.List;

/**
 * A question of a form.
 *
 * @param id names it in its form: small letters, digits and underscores, at most 40
 * @param text what is asked, as administrators wrote it
 * @param kind what is answered
 * @param choices what can be answered to a choice; else empty
 * @param required whether it must be answered
 */
public record FormQuestion(String id, String text, Kind kind, List<String> choices, boolean required) {
    /** Keeps a copy. */
    public FormQuestion {
        choices = List.copyOf(choices);
    }

    /** What is answered. */
    public enum Kind {
        /** Words, at most 2,000 characters. */
        TEXT,
        /** A number. */
        NUMBER,
        /** Yes or no. */
        YES_NO,
        /** One of several texts. */
        CHOICE
    }
}
