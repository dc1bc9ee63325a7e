package io.switchboard.core.triage;

import io.switchboard.api.people.Customer;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.feed.TriageEvents;
import io.switchboard.core.store.triage.StaffStore.HandledTicket;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What triage knows of a ticket.
 *
 * @param ticket the ticket as it stands
 * @param requester who needs help
 * @param messages the thread so far, oldest first, at most 50
 * @param history all events so far, in the order of their sequence
 * @param handled the requester's latest other tickets that agents have or had
 */
public record Dossier(
        Ticket ticket,
        Customer requester,
        List<Message> messages,
        List<TicketEvent> history,
        List<HandledTicket> handled) {
    /** Keeps copies. */
    public Dossier {
        messages = List.copyOf(messages);
        history = List.copyOf(history);
        handled = List.copyOf(handled);
    }

    /** Returns the same with other tickets of the requester. */
    Dossier withHandled(List<HandledTicket> others) {
        return new Dossier(ticket, requester, messages, history, others);
    }

    /** Returns when each agent last had another ticket of the requester. */
    Map<PersonId, Instant> agentsOfRequester() {
        Map<PersonId, Instant> last = new HashMap<>();
        handled.forEach(
                other -> last.merge(other.agent(), other.changedAt(), (one, two) -> one.isAfter(two) ? one : two));
        return last;
    }

    /** Returns whether anybody but triage has set a field; what was set is never overridden. */
    boolean setByOthers(String field) {
        return history.stream()
                .filter(event -> !event.actor().equals(TriageEvents.TRIAGE))
                .anyMatch(event -> given(event).contains(field)
                        || event.changes().stream().map(FieldChange::field).anyMatch(field::equals));
    }

    /** Returns whether anybody but triage has decided about confidentiality since the ticket was opened. */
    boolean confidentialityDecided() {
        return history.stream()
                .filter(event -> event.type() != EventType.TICKET_OPENED)
                .filter(event -> !event.actor().equals(TriageEvents.TRIAGE))
                .flatMap(event -> event.changes().stream())
                .anyMatch(change -> change.field().equals("confidential"));
    }

    /** Returns which fields were told when the ticket was opened. */
    private static List<String> given(TicketEvent event) {
        String given = event.data().get("given");
        return given == null ? List.of() : Arrays.asList(given.split(",", -1));
    }

    /** Returns whether the history says already that a plugin did not answer at a socket. */
    boolean remarked(PluginFailure failure) {
        return history.stream()
                .anyMatch(event -> event.type() == EventType.PLUGIN_REMARKED
                        && failure.plugin().equals(event.data().get("plugin"))
                        && failure.socket().equals(event.data().get("socket")));
    }
}
