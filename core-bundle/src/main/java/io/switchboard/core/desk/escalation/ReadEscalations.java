package io.switchboard.core.desk.escalation;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.lineage.JoinedTickets;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.escalation.EscalationRow;
import io.switchboard.core.store.escalation.EscalationStore;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamReferences;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads how a ticket was escalated, the first time first, also while it was one merged into this. It is for the desk alone. */
@Component(service = ReadEscalations.class)
public final class ReadEscalations {
    private final Transactions transactions;
    private final ReadTicket read;
    private final JoinedTickets joined;
    private final EscalationStore escalations;
    private final PersonStore persons;
    private final TeamReferences teams;

    /** Makes the use case. */
    @Activate
    public ReadEscalations(
            @Reference Transactions transactions,
            @Reference ReadTicket read,
            @Reference JoinedTickets joined,
            @Reference EscalationStore escalations,
            @Reference PersonStore persons,
            @Reference TeamReferences teams) {
        this.transactions = transactions;
        this.read = read;
        this.joined = joined;
        this.escalations = escalations;
        this.persons = persons;
        this.teams = teams;
    }

    /** Returns the escalations. */
    public List<Escalation> handle(Caller caller, TicketId ticket) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            AccessPolicy.require(caller, Right.TICKET_NOTE);
            return views(escalations.of(joined.seen(caller, ticket)));
        });
    }

    /** Returns one as it is read, for somebody who may know; works in the thread's transaction. */
    Escalation view(EscalationRow row) {
        return views(List.of(row)).get(0);
    }

    private List<Escalation> views(List<EscalationRow> rows) {
        Map<PersonId, PersonReference> people = persons.references(rows.stream()
                .flatMap(row -> Stream.of(row.author(), row.answeredBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<TeamId, TeamReference> named = teams.of(rows.stream()
                .flatMap(row -> Stream.of(row.fromTeam(), row.toTeam()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> view(row, people, named)).toList();
    }

    private static Escalation view(
            EscalationRow row, Map<PersonId, PersonReference> people, Map<TeamId, TeamReference> teams) {
        return new Escalation(
                row.id(),
                row.ticketId(),
                EscalationKind.of(row.kind()),
                row.reason(),
                row.explanation(),
                row.fromTeam() == null ? null : teams.get(row.fromTeam()),
                teams.get(row.toTeam()),
                person(row.author(), people),
                plugin(row.rule()),
                row.escalatedAt(),
                row.state(),
                row.answer(),
                person(row.answeredBy(), people),
                row.answeredAt());
    }

    private static @Nullable String plugin(@Nullable String rule) {
        return rule == null ? null : rule.substring(0, rule.indexOf('/'));
    }

    private static @Nullable PersonReference person(@Nullable PersonId id, Map<PersonId, PersonReference> people) {
        return id == null ? null : people.get(id);
    }
}
