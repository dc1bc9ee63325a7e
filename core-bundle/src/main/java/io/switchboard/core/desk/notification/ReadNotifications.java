package io.switchboard.core.desk.notification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.notification.NotificationRow;
import io.switchboard.core.store.notification.NotificationStore;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import io.switchboard.core.timing.DeskClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the caller's own notifications, of tickets that they see at that moment. */
@Component(service = ReadNotifications.class)
public final class ReadNotifications {
    private final Transactions transactions;
    private final NotificationStore notifications;
    private final TicketStore tickets;
    private final PersonStore persons;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public ReadNotifications(
            @Reference Transactions transactions,
            @Reference NotificationStore notifications,
            @Reference TicketStore tickets,
            @Reference PersonStore persons,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.notifications = notifications;
        this.tickets = tickets;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * A page of notifications, the latest first.
     *
     * @param last where it ended, or null if nothing comes after it
     */
    public record Notices(List<Notice> notices, @Nullable UUID last) {}

    /**
     * Returns a page; what is of a ticket that the caller does not see is left out of it.
     *
     * @param before where the page before ended, or null
     */
    public Notices list(Caller caller, boolean unread, @Nullable UUID before, int limit) {
        PersonId self = AccessPolicy.requirePerson(caller);
        return transactions.read(() -> {
            // One more than fits tells whether another page follows.
            List<NotificationRow> rows = notifications.of(self, unread, before, limit + 1);
            List<NotificationRow> shown = rows.subList(0, Math.min(limit, rows.size()));
            UUID last = rows.size() > limit ? shown.get(limit - 1).id() : null;
            return new Notices(views(caller, shown), last);
        });
    }

    private List<Notice> views(Caller caller, List<NotificationRow> rows) {
        Set<TicketId> ids = rows.stream().map(NotificationRow::ticketId).collect(Collectors.toSet());
        Map<TicketId, TicketSummary> seen = ids.isEmpty()
                ? Map.of()
                : tickets.summaries(ids, AccessPolicy.scope(caller)).stream()
                        .collect(Collectors.toMap(TicketSummary::id, Function.identity()));
        Map<PersonId, PersonReference> people = persons.references(rows.stream()
                .map(NotificationRow::causedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<Notice> views = new ArrayList<>();
        for (NotificationRow row : rows) {
            TicketSummary ticket = seen.get(row.ticketId());
            PersonId by = row.causedBy();
            if (ticket != null) {
                views.add(new Notice(
                        row.id(),
                        NoticeKind.of(row.kind()),
                        ticket,
                        by == null ? null : people.get(by),
                        row.madeAt(),
                        row.readAt()));
            }
        }
        return views;
    }

    /** Says that the caller read these, or all of theirs if null is given; returns how many that were. */
    public int read(Caller caller, @Nullable Set<UUID> ids) {
        PersonId self = AccessPolicy.requirePerson(caller);
        return transactions.write(() ->
                ids == null ? notifications.readAll(self, clock.now()) : notifications.read(self, ids, clock.now()));
    }
}
