package io.switchboard.handle.bug;

import io.switchboard.api.tracker.IssueTracker.Report;
import io.switchboard.api.tracker.IssueTracker.State;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed defect as it is kept.
 *
 * @param tracker the id of the tracker that has it or is to get it, or null while none was chosen
 * @param reference its name there, or null while it is not reported
 * @param address where people read it, or null while it is not reported
 * @param state {@code unreported}, {@code gone}, or what the tracker said last, in lower case
 * @param stateName the tracker's own word for it, or null
 * @param attempts how often in a row the tracker was asked in vain
 * @param trouble why, or null
 * @param troubleSince since when, or null
 */
record Defect(
        UUID id,
        @Nullable String tracker,
        @Nullable String reference,
        @Nullable String address,
        String state,
        @Nullable String stateName,
        int attempts,
        @Nullable String trouble,
        @Nullable Instant troubleSince,
        Instant createdAt) {
    static final String UNREPORTED = "unreported";
    static final String GONE = "gone";

    private static final Set<String> DECIDED = Set.of(name(State.FIXED), name(State.DECLINED), GONE);
    private static final int LONGEST_TROUBLE = 500;

    static Defect fresh(UUID id, Instant now) {
        return new Defect(id, null, null, null, UNREPORTED, null, 0, null, null, now);
    }

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    boolean decided() {
        return DECIDED.contains(state);
    }

    /** Returns the key under which it is reported. */
    String key() {
        return "sb-" + id;
    }

    Defect of(String newTracker) {
        return new Defect(
                id, newTracker, reference, address, state, stateName, attempts, trouble, troubleSince, createdAt);
    }

    /** Returns it as the tracker says that it stands. */
    Defect as(Report report) {
        String known = reference == null ? report.reference() : reference;
        return new Defect(
                id,
                tracker,
                known,
                report.address(),
                name(report.state()),
                report.stateName(),
                0,
                null,
                null,
                createdAt);
    }

    /** Returns it as one that the tracker does not know any more. */
    Defect gone() {
        return new Defect(id, tracker, reference, address, GONE, "gone", 0, null, null, createdAt);
    }

    /** Returns it after the tracker was asked in vain. */
    Defect troubled(String why, Instant now) {
        String shown = why.length() > LONGEST_TROUBLE ? why.substring(0, LONGEST_TROUBLE) : why;
        Instant since = troubleSince == null ? now : troubleSince;
        return new Defect(id, tracker, reference, address, state, stateName, attempts + 1, shown, since, createdAt);
    }
}
