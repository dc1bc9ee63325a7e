package io.switchboard.core.store.ticket;

import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.TriageState;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The part of a queue in which a ticket stands; every ticket stands in exactly one. */
public enum Bucket {
    /** Triage has not spoken. */
    PENDING,
    /** Open, and nobody has it. */
    UNASSIGNED,
    /** Open, and the desk works on it. */
    ACTIVE,
    /** Open, and the desk waits for somebody outside, or it sleeps. */
    WAITING,
    /** Solved, closed or archived. */
    DONE,
    /** Spam, trash, or merged into another. */
    DISCARDED;

    /** What is open, triage's own tickets included. */
    public static final List<Bucket> OPEN = List.of(PENDING, UNASSIGNED, ACTIVE, WAITING);

    /** Returns whether triage may not have spoken about tickets in it. */
    boolean maybePending() {
        return this == PENDING || this == DISCARDED;
    }

    /** Returns whether tickets may be in it whose status is of one of the categories. */
    boolean mayHold(Set<StatusCategory> categories) {
        return switch (this) {
            case PENDING, DISCARDED -> true;
            case UNASSIGNED, ACTIVE ->
                categories.contains(StatusCategory.INITIAL) || categories.contains(StatusCategory.ACTIVE);
            case WAITING -> !categories.equals(Set.of(StatusCategory.DONE));
            case DONE -> categories.contains(StatusCategory.DONE);
        };
    }

    /** Returns the name in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns where a ticket stands. */
    public static Bucket of(
            Disposition disposition, TriageState triage, StatusCategory category, boolean postponed, boolean assigned) {
        if (disposition != Disposition.NONE) {
            return DISCARDED;
        }
        if (triage == TriageState.PENDING) {
            return PENDING;
        }
        return switch (category) {
            case DONE -> DONE;
            case WAITING -> WAITING;
            case INITIAL, ACTIVE -> {
                if (postponed) {
                    yield WAITING;
                }
                yield assigned ? ACTIVE : UNASSIGNED;
            }
        };
    }
}
