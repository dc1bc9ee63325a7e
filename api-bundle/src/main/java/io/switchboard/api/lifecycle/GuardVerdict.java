package io.switchboard.api.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a guard says of a transition. */
public sealed interface GuardVerdict {
    /** The transition may be made. */
    record Permitted() implements GuardVerdict {}

    /**
     * The transition may not be made yet.
     *
     * @param reasons what is missing, at least one
     */
    record Refused(List<Reason> reasons) implements GuardVerdict {
        /** Keeps a copy and refuses an empty list. */
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /**
     * One thing that is missing.
     *
     * @param code a stable kebab-case code of the guard's own, for example {@code steps-not-documented}
     * @param message what to do, in one sentence for a person
     * @param field the field that would mend it, as named in the API, or null if none would
     */
    record Reason(String code, String message, @Nullable String field) {}

    /** Returns permission. */
    static GuardVerdict permit() {
        return new Permitted();
    }

    /** Returns a refusal for one reason. */
    static GuardVerdict refuse(String code, String message, @Nullable String field) {
        return new Refused(List.of(new Reason(code, message, field)));
    }
}
