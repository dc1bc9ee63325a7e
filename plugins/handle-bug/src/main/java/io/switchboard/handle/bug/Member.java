package io.switchboard.handle.bug;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that an agent called one of a defect.
 *
 * @param defect which defect, or null while that is not known
 * @param told what the ticket was told last: nothing, that it is held, or a state of the defect
 * @param waited whether it was sent to wait for the third party, which is done once
 * @param commented whether the tracker knows of the ticket
 */
record Member(UUID ticket, @Nullable UUID defect, String told, boolean waited, boolean commented, Instant joinedAt) {
    static final String NOTHING = "nothing";
    static final String HELD = "held";

    static Member fresh(UUID ticket, Instant now) {
        return new Member(ticket, null, NOTHING, false, false, now);
    }

    /** Returns it as one of a defect, of which the ticket has not been told yet. */
    Member in(UUID newDefect, boolean first, Instant now) {
        return new Member(ticket, newDefect, NOTHING, false, first, now);
    }

    Member told(String what, boolean hasWaited) {
        return new Member(ticket, defect, what, hasWaited, commented, joinedAt);
    }

    Member withComment() {
        return new Member(ticket, defect, told, waited, true, joinedAt);
    }
}
