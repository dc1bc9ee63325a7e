package io.switchboard.intake.monitoring;

import java.util.Map;

/**
 * One alert of a group.
 *
 * @param firing whether it is going on
 * @param fingerprint identifies it
 * @param startsAt when it began, as sent
 */
record Alert(
        boolean firing,
        String fingerprint,
        String startsAt,
        Map<String, String> labels,
        Map<String, String> annotations) {
    static Alert read(Fields fields) {
        return new Alert(
                !fields.textOrEmpty("status").equals("resolved"),
                fields.textOrEmpty("fingerprint"),
                fields.textOrEmpty("startsAt"),
                fields.texts("labels"),
                fields.texts("annotations"));
    }

    /** Returns what is told of it in a line or two. */
    String line() {
        String summary = annotations.getOrDefault("summary", annotations.getOrDefault("description", ""));
        return "- " + labels.getOrDefault("alertname", "alert") + " " + labels + " since " + startsAt
                + (summary.isEmpty() ? "" : "\n  " + summary);
    }
}
