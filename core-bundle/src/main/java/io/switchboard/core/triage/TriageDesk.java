package io.switchboard.core.triage;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What triage needs of the part of the desk that keeps tickets. Every method joins the transaction of its thread. */
public interface TriageDesk {
    /** Returns what is known of tickets, in a bounded number of statements; those that are gone are left out. */
    Map<TicketId, Dossier> dossiers(Collection<TicketId> tickets);

    /** Returns who needs help in tickets; those that are gone are left out. */
    Set<PersonId> requesters(Collection<TicketId> tickets);

    /**
     * Writes a decision with its history, in the name of the caller: marks, classification, confidentiality, assignment,
     * deadlines, remarks, and {@code ticket.triaged} if it finishes triage.
     *
     * @return false, having changed nothing, if the ticket is no longer as it was seen
     */
    boolean apply(Caller caller, TriageDecision decision);
}
