package io.switchboard.core.desk.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the erasure of a person is. From its beginning the person has no name and no way in; what they left in tickets
 * goes piece by piece, and after a restart it goes on where it was.
 *
 * @param tickets what becomes of their words
 * @param staff whether they were an agent
 * @param stage what is being gone through
 * @param after the last ticket or event that is done in this stage, or null
 * @param sealed by what they were known, sealed; null once it is over
 * @param redacted how many tickets are done
 * @param begunAt when it began
 * @param endedAt when it was over, or null
 */
public record Erasure(
        TicketWords tickets,
        boolean staff,
        Stage stage,
        @Nullable String after,
        @Nullable String sealed,
        long redacted,
        Instant begunAt,
        @Nullable Instant endedAt) {
    /** What is being gone through. */
    public enum Stage {
        /** The tickets that show the person. */
        TICKETS,
        /** Explanations of assignments, which name agents. */
        EXPLANATIONS,
        /** Words of the history, which say why tickets went to agents. */
        HISTORY,
        /** It is over. */
        DONE
    }

    /** Returns whether nothing is left to do. */
    public boolean done() {
        return stage == Stage.DONE;
    }

    Erasure at(Stage next, @Nullable String last, int more) {
        return new Erasure(tickets, staff, next, last, sealed, redacted + more, begunAt, endedAt);
    }

    Erasure over(Instant now) {
        return new Erasure(tickets, staff, Stage.DONE, null, null, redacted, begunAt, now);
    }
}
