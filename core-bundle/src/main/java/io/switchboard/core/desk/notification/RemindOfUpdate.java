package io.switchboard.core.desk.notification;

import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.NextUpdateTimer;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells the assignee when the customer of an open ticket is to hear of it, or its team while nobody is assigned (CO3). For a
 * time that was moved meanwhile another timer rings.
 */
@Component(service = TimerKind.class)
public final class RemindOfUpdate implements TimerKind {
    private final Transactions transactions;
    private final TicketStore tickets;
    private final Watchers watchers;
    private final Notify notify;
    private final Lifecycle lifecycle;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public RemindOfUpdate(
            @Reference Transactions transactions,
            @Reference TicketStore tickets,
            @Reference Watchers watchers,
            @Reference Notify notify,
            @Reference Lifecycle lifecycle,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.watchers = watchers;
        this.notify = notify;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @Override
    public String id() {
        return NextUpdateTimer.KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        transactions.write(() -> {
            Optional<Ticket> ticket =
                    tickets.find(TicketId.of(subject)).map(StoredTicket::ticket).filter(this::isOpen);
            ticket.ifPresent(this::remind);
            return ticket.isPresent();
        });
    }

    private boolean isOpen(Ticket ticket) {
        return ticket.progress().disposition() == Disposition.NONE
                && lifecycle.category(ticket.progress()) != StatusCategory.DONE;
    }

    private void remind(Ticket ticket) {
        Instant promised = ticket.nextUpdateDueAt();
        if (promised != null && !promised.isAfter(clock.now())) {
            notify.remind(people(ticket), ticket.id(), NoticeKind.UPDATE_DUE, promised);
        }
    }

    private List<PersonId> people(Ticket ticket) {
        PersonReference assignee = ticket.assignee();
        Ticket.TeamReference team = ticket.team();
        if (assignee != null) {
            return List.of(assignee.id());
        }
        return team == null ? List.of() : watchers.active(team.id());
    }
}
