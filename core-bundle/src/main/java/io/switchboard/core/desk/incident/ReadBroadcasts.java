package io.switchboard.core.desk.incident;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.broadcast.BroadcastRow;
import io.switchboard.core.store.broadcast.BroadcastStore;
import io.switchboard.core.store.broadcast.ReportRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what was said and done to all reports of an incident, and what came of it. For those who read notes. */
@Component(service = ReadBroadcasts.class)
public final class ReadBroadcasts {
    private final Transactions transactions;
    private final ReadTicket read;
    private final BroadcastStore store;
    private final TicketStore tickets;
    private final PersonStore persons;

    /** Makes the use case. */
    @Activate
    public ReadBroadcasts(
            @Reference Transactions transactions,
            @Reference ReadTicket read,
            @Reference BroadcastStore store,
            @Reference TicketStore tickets,
            @Reference PersonStore persons) {
        this.transactions = transactions;
        this.read = read;
        this.store = store;
        this.tickets = tickets;
        this.persons = persons;
    }

    /** Returns the latest 200, the latest first. */
    public List<Broadcast> handle(Caller caller, TicketId incident) {
        return transactions.read(() -> {
            read.stored(caller, incident);
            AccessPolicy.require(caller, Right.TICKET_NOTE);
            return views(caller, store.of(incident));
        });
    }

    /** Returns one as it is read; works in the thread's transaction. */
    Broadcast view(Caller caller, BroadcastRow row) {
        return views(caller, List.of(row)).get(0);
    }

    private List<Broadcast> views(Caller caller, List<BroadcastRow> rows) {
        Map<UUID, List<ReportRow>> reports = store
                .reports(rows.stream().map(BroadcastRow::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ReportRow::broadcast));
        Map<TicketId, TicketSummary> seen = seen(caller, reports);
        Map<PersonId, PersonReference> people = persons.references(rows.stream()
                .map(BroadcastRow::author)
                .filter(author -> author != null)
                .toList());
        return rows.stream()
                .map(row -> view(row, people, reports.getOrDefault(row.id(), List.of()), seen))
                .toList();
    }

    private Map<TicketId, TicketSummary> seen(Caller caller, Map<UUID, List<ReportRow>> reports) {
        Set<TicketId> refused = reports.values().stream()
                .flatMap(List::stream)
                .filter(report -> report.state().equals(ReportRow.REFUSED))
                .map(ReportRow::ticketId)
                .limit(1_000)
                .collect(Collectors.toSet());
        return tickets.summaries(refused, AccessPolicy.scope(caller)).stream()
                .collect(Collectors.toMap(TicketSummary::id, Function.identity()));
    }

    private static Broadcast view(
            BroadcastRow row,
            Map<PersonId, PersonReference> people,
            List<ReportRow> reports,
            Map<TicketId, TicketSummary> seen) {
        String status = row.status();
        return new Broadcast(
                row.id(),
                person(row, people),
                row.sentAt(),
                row.messageId(),
                status == null ? null : new Status(status),
                count(reports, ReportRow.DONE),
                count(reports, ReportRow.PENDING),
                count(reports, ReportRow.REFUSED),
                reports.stream()
                        .filter(report -> report.state().equals(ReportRow.REFUSED))
                        .flatMap(
                                report -> Optional.ofNullable(seen.get(report.ticketId()))
                                        .map(ticket -> refusal(report, ticket))
                                        .stream())
                        .toList());
    }

    private static Broadcast.Refusal refusal(ReportRow report, TicketSummary ticket) {
        return new Broadcast.Refusal(
                report.ticketId(), ticket.number(), String.valueOf(report.code()), String.valueOf(report.detail()));
    }

    private static @Nullable PersonReference person(BroadcastRow row, Map<PersonId, PersonReference> people) {
        PersonId author = row.author();
        return author == null ? null : people.get(author);
    }

    private static int count(List<ReportRow> reports, String state) {
        return (int)
                reports.stream().filter(report -> report.state().equals(state)).count();
    }
}
