package io.switchboard.core.desk.history;

import java.util.Set;

/** Knows which fields of a ticket hold words that a person wrote. */
final class Words {
    private static final Set<String> FIELDS = Set.of(
            "subject",
            "description",
            "errorMessages",
            "affectedSystems",
            "userImpact",
            "resolution.summary",
            "resolution.rootCause",
            "resolution.plan",
            "macro",
            "task",
            "time.note",
            "remark");

    private Words() {}

    static boolean isField(String field) {
        return FIELDS.contains(field) || field.startsWith("fields.");
    }
}
