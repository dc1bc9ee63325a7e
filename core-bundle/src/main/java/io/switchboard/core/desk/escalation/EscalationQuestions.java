package io.switchboard.core.desk.escalation;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.escalation.EscalationQuestion;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Directory;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.feed.EventLog;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what rules of escalation are asked. Works in the thread's transaction. */
@Component(service = EscalationQuestions.class)
public final class EscalationQuestions {
    /** What somebody does who works on a ticket. */
    private static final Set<EventType> WORK = EnumSet.of(
            EventType.TICKET_CLASSIFIED,
            EventType.TICKET_EDITED,
            EventType.TICKET_ASSIGNED,
            EventType.TICKET_TRANSITIONED,
            EventType.TICKET_EXPECTATION_CHANGED,
            EventType.TICKET_POSTPONED,
            EventType.TICKET_ESCALATED,
            EventType.MESSAGE_SENT,
            EventType.MESSAGE_NOTED,
            EventType.MACRO_APPLIED,
            EventType.TASK_CHANGED,
            EventType.TIME_RECORDED);

    private final TicketStore tickets;
    private final EventLog log;
    private final Directory directory;
    private final Lifecycle lifecycle;

    /** Makes it. */
    @Activate
    public EscalationQuestions(
            @Reference TicketStore tickets,
            @Reference EventLog log,
            @Reference Directory directory,
            @Reference Lifecycle lifecycle) {
        this.tickets = tickets;
        this.log = log;
        this.directory = directory;
        this.lifecycle = lifecycle;
    }

    /** Returns a question for each of the tickets that is open and about which triage has spoken. */
    List<EscalationQuestion> of(Collection<TicketId> ids, Instant now) {
        List<Ticket> open = tickets.find(ids).values().stream()
                .map(StoredTicket::ticket)
                .filter(ticket -> isOpen(ticket.progress()))
                .toList();
        Map<TicketId, List<TicketEvent>> events =
                log.ofTickets(open.stream().map(Ticket::id).toList());
        return open.stream()
                .map(ticket -> new EscalationQuestion(
                        ticket,
                        customer(ticket.requester()),
                        workedAt(ticket, events.getOrDefault(ticket.id(), List.of())),
                        now))
                .toList();
    }

    private boolean isOpen(Progress progress) {
        return progress.disposition() == Disposition.NONE
                && progress.triage() != TriageState.PENDING
                && lifecycle.category(progress) != StatusCategory.DONE;
    }

    private static Instant workedAt(Ticket ticket, List<TicketEvent> events) {
        return Stream.concat(
                        Stream.of(ticket.progress().statusSince()),
                        events.stream().filter(event -> isWork(ticket, event)).map(TicketEvent::at))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A ticket that wakes has its time from then on, whoever woke it. */
    private static boolean isWork(Ticket ticket, TicketEvent event) {
        return event.type() == EventType.TICKET_WOKEN
                || WORK.contains(event.type())
                        && event.actor() instanceof Actor.Person person
                        && !person.person().equals(ticket.requester().id());
    }

    /** A requester who is no customer, as an agent who asks for help, is known by what the ticket says. */
    private Customer customer(PersonReference requester) {
        return directory
                .customer(requester.id())
                .orElseGet(() -> new Customer(
                        requester.id(),
                        requester.name(),
                        requester.email(),
                        null,
                        null,
                        requester.vip(),
                        null,
                        null,
                        Map.of()));
    }
}
