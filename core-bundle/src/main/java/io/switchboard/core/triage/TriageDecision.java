package io.switchboard.core.triage;

import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What triage decided about a ticket, to be written in one step.
 *
 * @param seen the ticket on which it was decided; if it has changed since, nothing of this holds
 * @param finishes whether triage has spoken with this, so that the ticket becomes visible
 * @param marks the marks that special handlings left
 * @param confidential whether the ticket is to be confidential
 * @param classification the classification it is to have
 * @param reasons why it is classified so
 * @param assignment to whom it goes, or null to leave it where it is
 * @param deadlines the deadlines it is to have
 * @param remarks plugins that did not answer and are to be named in the history
 */
public record TriageDecision(
        Ticket seen,
        boolean finishes,
        List<Handling.Mark> marks,
        boolean confidential,
        Classification classification,
        List<String> reasons,
        @Nullable Assignment assignment,
        List<Deadline> deadlines,
        List<PluginFailure> remarks) {
    /** Keeps copies. */
    public TriageDecision {
        marks = List.copyOf(marks);
        reasons = List.copyOf(reasons);
        deadlines = List.copyOf(deadlines);
        remarks = List.copyOf(remarks);
    }

    /** Returns a decision that changes nothing but what is remarked. */
    static TriageDecision remarkOnly(Ticket seen, List<PluginFailure> remarks) {
        return new TriageDecision(
                seen,
                false,
                List.of(),
                seen.confidential(),
                seen.classification(),
                List.of(),
                null,
                seen.deadlines(),
                remarks);
    }

    /** Returns whether the ticket becomes confidential by it. */
    boolean hides() {
        return confidential && !seen.confidential();
    }

    /** Returns whether it changes anything. */
    boolean changesSomething() {
        return finishes
                || confidential != seen.confidential()
                || !classification.equals(seen.classification())
                || assignment != null
                || !deadlines.equals(seen.deadlines())
                || !remarks.isEmpty();
    }
}
