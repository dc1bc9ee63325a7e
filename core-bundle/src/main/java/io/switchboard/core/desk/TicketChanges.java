package io.switchboard.core.desk;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.history.History;
import io.switchboard.core.feed.FeedWriter;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.triage.AgentLoads;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The only writer of tickets. A change locks the ticket, checks that the caller sees it and knows its version, lets the
 * use case edit a draft, and writes state, history and feed in one transaction; what changed is worked out, not told.
 */
@Component(service = TicketChanges.class)
public final class TicketChanges {
    private final Transactions transactions;
    private final TicketStore tickets;
    private final History history;
    private final FeedWriter feed;
    private final Lifecycle lifecycle;
    private final IdGenerator ids;
    private final DeskClock clock;
    private final AgentLoads loads;
    private final NextUpdateTimer nextUpdate;

    /** Makes the writer. */
    @Activate
    public TicketChanges(
            @Reference Transactions transactions,
            @Reference TicketStore tickets,
            @Reference History history,
            @Reference FeedWriter feed,
            @Reference Lifecycle lifecycle,
            @Reference IdGenerator ids,
            @Reference DeskClock clock,
            @Reference AgentLoads loads,
            @Reference NextUpdateTimer nextUpdate) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.history = history;
        this.feed = feed;
        this.lifecycle = lifecycle;
        this.ids = ids;
        this.clock = clock;
        this.loads = loads;
        this.nextUpdate = nextUpdate;
    }

    /**
     * A ticket after a change, with what the use case made of it.
     *
     * @param ticket the ticket as committed
     * @param value what the use case returned
     */
    public record Changed<R>(Ticket ticket, R value) {}

    /**
     * Changes a ticket.
     *
     * @param precondition which version the caller has seen
     * @param edit edits the draft; may run several times, each time on a fresh draft
     * @throws SwitchboardException with {@code not-found} if the caller does not see it, {@code stale-version}, or {@code
     *     ticket-not-changeable} if it stands {@link Aside} and this may not happen to it; what {@code edit} throws changes
     *     nothing either
     */
    public <R> Changed<R> change(Caller caller, TicketId id, Precondition precondition, Function<TicketEdit, R> edit) {
        return transactions.write(() -> {
            StoredTicket before = tickets.lock(id).orElseThrow(() -> missing(id));
            AccessPolicy.see(caller, before.ticket(), before.participants());
            precondition.check(before.ticket());
            TicketEdit work = new TicketEdit(before, caller, clock.now());
            R value = edit.apply(work);
            return new Changed<>(commit(work), value);
        });
    }

    /** Adds a new ticket with its first events; runs inside the caller's transaction. */
    public Ticket add(StoredTicket fresh, Caller caller, List<TicketEdit.Happening> happenings) {
        Ticket ticket = fresh.ticket();
        List<TicketEvent> events = new ArrayList<>();
        for (TicketEdit.Happening happening : happenings) {
            events.add(event(ticket.id(), events.size() + 1L, happening, caller, ticket.createdAt(), null));
        }
        String hash = history.append(HistoryRow.BEGINNING, events);
        tickets.insert(new StoredTicket(
                ticket, fresh.participants(), fresh.openingMessage(), fresh.mergedInto(), events.size(), hash));
        feed.append(ticket.id(), ticket.progress().triage(), events);
        transactions.made(ticket.id());
        return ticket;
    }

    private Ticket commit(TicketEdit work) {
        StoredTicket before = work.stored();
        Map<EventType, List<FieldChange>> differences =
                work.redacts() ? Map.of() : TicketDifferences.between(before.ticket(), work.ticket(), lifecycle);
        List<TicketEdit.Happening> happenings = happenings(work, differences);
        if (happenings.isEmpty()) {
            return before.ticket();
        }
        if (!work.protects()) {
            refuseAside(before.ticket(), happenings);
        }
        Instant now = work.now();
        List<TicketEvent> events = new ArrayList<>();
        for (TicketEdit.Happening happening : happenings) {
            long sequence = before.lastSequence() + events.size() + 1;
            events.add(event(before.ticket().id(), sequence, happening, work.caller(), now, work.reason()));
        }
        long version = before.ticket().version() + (differences.isEmpty() && !work.redacts() ? 0 : 1);
        Ticket after =
                work.draft().ticket(version, work.staysAsOld() ? before.ticket().updatedAt() : now);
        String hash = history.append(before.lastHash(), events);
        tickets.update(
                before,
                new StoredTicket(
                        after,
                        before.participants(),
                        before.openingMessage(),
                        work.mergedInto(),
                        before.lastSequence() + events.size(),
                        hash));
        loads.moved(burdened(before.ticket()), burdened(after), now);
        nextUpdate.changed(before.ticket(), after);
        feed.append(after.id(), after.progress().triage(), events);
        events.stream().map(TicketEvent::message).filter(Objects::nonNull).forEach(transactions::made);
        return after;
    }

    /** What hides a ticket until triage has spoken comes first, so that all else that happens in the change is held back. */
    private static List<TicketEdit.Happening> happenings(
            TicketEdit work, Map<EventType, List<FieldChange>> differences) {
        List<TicketEdit.Happening> happenings = new ArrayList<>(work.happenings());
        differences.forEach((type, changes) -> happenings.add(
                type == EventType.TICKET_DISPOSITION_CHANGED ? 0 : happenings.size(),
                new TicketEdit.Happening(type, changes, null, Map.of(), false)));
        return happenings;
    }

    private void refuseAside(Ticket before, List<TicketEdit.Happening> happenings) {
        Aside.of(before.progress(), lifecycle).ifPresent(aside -> {
            for (TicketEdit.Happening happening : happenings) {
                if (!happening.elsewhere() && !aside.permits(happening.type())) {
                    throw aside.refusal();
                }
            }
        });
    }

    /** Returns who has work with a ticket: its assignee while it is open and in the ordinary flow. */
    private @Nullable PersonId burdened(Ticket ticket) {
        PersonReference assignee = ticket.assignee();
        return assignee != null && Burden.is(ticket.progress(), lifecycle) ? assignee.id() : null;
    }

    private TicketEvent event(
            TicketId ticket,
            long sequence,
            TicketEdit.Happening happening,
            Caller caller,
            Instant at,
            @Nullable String reason) {
        return new TicketEvent(
                new EventId(ids.next()),
                ticket,
                sequence,
                happening.type(),
                caller.actor(),
                at,
                happening.changes(),
                happening.message(),
                reason,
                happening.data());
    }

    private SwitchboardException missing(TicketId id) {
        return tickets.tombstone(id).isPresent()
                ? new SwitchboardException(ErrorCode.PURGED, "This ticket was removed for good")
                : SwitchboardException.notFound("ticket");
    }
}
