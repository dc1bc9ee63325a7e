package io.switchboard.core.desk.presence;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.presence.PresenceRow;
import io.switchboard.core.store.presence.PresenceStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says who is at a ticket. Whoever has it open says so again every half a minute or so; a minute after the last time they
 * count as gone. Only the desk sees it, of tickets that it sees.
 */
@Component(service = ShowPresence.class)
public final class ShowPresence {
    static final Duration LASTS = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final ReadTicket read;
    private final PresenceStore presence;
    private final PersonStore persons;
    private final PresenceWatch watch;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public ShowPresence(
            @Reference Transactions transactions,
            @Reference ReadTicket read,
            @Reference PresenceStore presence,
            @Reference PersonStore persons,
            @Reference PresenceWatch watch,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.read = read;
        this.presence = presence;
        this.persons = persons;
        this.watch = watch;
        this.clock = clock;
    }

    /** Returns who is at a ticket, the caller too. */
    public List<Present> list(Caller caller, TicketId ticket) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            AccessPolicy.require(caller, Right.TICKET_NOTE);
            return at(ticket);
        });
    }

    /**
     * Says what the caller does at a ticket, and returns who is there.
     *
     * @throws SwitchboardException with {@code sign-in-required} unless a person calls
     */
    public List<Present> put(Caller caller, TicketId ticket, Activity activity) {
        List<Present> there;
        try {
            there = transactions.write(() -> come(caller, ticket, activity));
        } catch (DuplicateKeyException cameMeanwhile) {
            there = transactions.write(() -> come(caller, ticket, activity));
        }
        watch.lookSoon();
        return there;
    }

    private List<Present> come(Caller caller, TicketId ticket, Activity activity) {
        read.stored(caller, ticket);
        AccessPolicy.require(caller, Right.TICKET_NOTE);
        PersonId self = AccessPolicy.requirePerson(caller);
        presence.put(new PresenceRow(ticket, self, activity.id(), clock.now()));
        return at(ticket);
    }

    /** Returns who is at a ticket, for somebody who may know; works in the thread's transaction. */
    public List<Present> at(TicketId ticket) {
        List<PresenceRow> rows = presence.at(ticket, clock.now().minus(LASTS)).stream()
                .filter(row -> !row.activity().equals(Activity.GONE.id()))
                .toList();
        Map<PersonId, PersonReference> people =
                persons.references(rows.stream().map(PresenceRow::person).collect(Collectors.toSet()));
        List<Present> there = new ArrayList<>();
        for (PresenceRow row : rows) {
            PersonReference person = people.get(row.person());
            if (person != null) {
                there.add(new Present(
                        person, Activity.of(row.activity()), row.seenAt().plus(LASTS)));
            }
        }
        return there;
    }
}
