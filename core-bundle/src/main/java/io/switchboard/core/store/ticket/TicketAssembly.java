package io.switchboard.core.store.ticket;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.core.store.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts tickets together from rows, and takes them apart; knows the names of the people and teams that they mention. */
final class TicketAssembly {
    private final Map<PersonId, PersonReference> people;
    private final Map<TeamId, TeamReference> teams;

    TicketAssembly(Map<PersonId, PersonReference> people, Map<TeamId, TeamReference> teams) {
        this.people = people;
        this.teams = teams;
    }

    static TicketRow row(StoredTicket stored, Bucket bucket) {
        Ticket ticket = stored.ticket();
        Classification what = ticket.classification();
        Progress where = ticket.progress();
        Resolution resolution = ticket.resolution();
        ExternalReference external = ticket.external();
        PersonReference assignee = ticket.assignee();
        TeamReference team = ticket.team();
        return new TicketRow(
                ticket.id(),
                ticket.number(),
                ticket.version(),
                ticket.subject(),
                stored.openingMessage(),
                ticket.requester().id(),
                ticket.submitter().id(),
                ticket.organization(),
                ticket.channel(),
                what.type(),
                what.category(),
                what.product(),
                what.impact(),
                what.urgency(),
                what.priority(),
                what.priorityOverridden(),
                4 - what.priority().ordinal(),
                where.profile(),
                where.status(),
                where.stage(),
                where.nextMove(),
                where.disposition(),
                where.triage(),
                bucket,
                where.postponedUntil(),
                where.statusSince(),
                where.reopenings(),
                assignee == null ? null : assignee.id(),
                team == null ? null : team.id(),
                team == null ? TicketColumns.NO_TEAM : team.id(),
                ticket.circumstances().errorMessages(),
                TicketColumns.texts(ticket.circumstances().affectedSystems()),
                ticket.circumstances().userImpact(),
                resolution == null ? null : Json.write(resolution),
                resolution == null ? null : resolution.closure(),
                TicketColumns.deadlines(ticket.deadlines()),
                TicketColumns.dueAt(ticket.deadlines()),
                ticket.expectedResolutionAt(),
                ticket.nextUpdateDueAt(),
                TicketColumns.texts(ticket.tags()),
                TicketColumns.fields(ticket.fields()),
                ticket.confidential(),
                ticket.imported(),
                external == null ? null : external.system(),
                external == null ? null : external.number(),
                stored.mergedInto(),
                stored.lastSequence(),
                stored.lastHash(),
                ticket.createdAt(),
                ticket.updatedAt());
    }

    StoredTicket ticket(TicketRow row, String description, Set<PersonId> participants) {
        String resolution = row.resolution();
        String system = row.externalSystem();
        String number = row.externalNumber();
        Ticket ticket = new Ticket(
                row.id(),
                row.number(),
                row.version(),
                row.subject(),
                description,
                person(row.requester()),
                person(row.submitter()),
                row.organization(),
                row.channel(),
                new Classification(
                        row.type(),
                        row.category(),
                        row.product(),
                        row.impact(),
                        row.urgency(),
                        row.priority(),
                        row.priorityOverridden()),
                new Progress(
                        row.profile(),
                        row.status(),
                        row.stage(),
                        row.nextMove(),
                        row.disposition(),
                        row.triage(),
                        row.postponedUntil(),
                        row.statusSince(),
                        row.reopenings()),
                optionalPerson(row.assignee()),
                team(row.team()),
                new Circumstances(row.errorMessages(), TicketColumns.texts(row.affectedSystems()), row.userImpact()),
                resolution == null ? null : Json.read(resolution, Resolution.class),
                TicketColumns.deadlines(row.deadlines()),
                row.expectedResolutionAt(),
                row.nextUpdateDueAt(),
                new TreeSet<>(TicketColumns.texts(row.tags())),
                TicketColumns.fields(row.fields()),
                row.confidential(),
                row.imported(),
                system == null || number == null ? null : new ExternalReference(system, number),
                row.createdAt(),
                row.updatedAt());
        return new StoredTicket(
                ticket, participants, row.openingMessage(), row.mergedInto(), row.lastSequence(), row.lastHash());
    }

    static TicketSummary summary(SummaryRow row) {
        PersonId assignee = row.assignee();
        TeamId team = row.team();
        return new TicketSummary(
                row.id(),
                row.number(),
                row.version(),
                row.subject(),
                reference(row.requester(), row.requesterName(), row.requesterEmail(), row.requesterVip()),
                row.channel(),
                new Classification(
                        row.type(),
                        row.category(),
                        row.product(),
                        row.impact(),
                        row.urgency(),
                        row.priority(),
                        row.priorityOverridden()),
                new Progress(
                        row.profile(),
                        row.status(),
                        row.stage(),
                        row.nextMove(),
                        row.disposition(),
                        row.triage(),
                        row.postponedUntil(),
                        row.statusSince(),
                        row.reopenings()),
                assignee == null
                        ? null
                        : reference(assignee, row.assigneeName(), row.assigneeEmail(), row.assigneeVip()),
                team == null ? null : reference(team, row.teamName(), row.teamTier()),
                row.closure(),
                TicketColumns.deadlines(row.deadlines()),
                new TreeSet<>(TicketColumns.texts(row.tags())),
                row.confidential(),
                row.dueAt(),
                row.nextUpdateDueAt(),
                row.createdAt(),
                row.updatedAt());
    }

    private static PersonReference reference(
            PersonId id, @Nullable String name, @Nullable String email, @Nullable Boolean vip) {
        return name == null ? unknown(id) : new PersonReference(id, name, email, Boolean.TRUE.equals(vip));
    }

    private static TeamReference reference(TeamId id, @Nullable String name, @Nullable Integer tier) {
        return name == null || tier == null ? unknown(id) : new TeamReference(id, name, tier);
    }

    private static PersonReference unknown(PersonId id) {
        return new PersonReference(id, "?", null, false);
    }

    private static TeamReference unknown(TeamId id) {
        return new TeamReference(id, "?", 1);
    }

    private PersonReference person(PersonId id) {
        return people.getOrDefault(id, unknown(id));
    }

    private @Nullable PersonReference optionalPerson(@Nullable PersonId id) {
        return id == null ? null : person(id);
    }

    private @Nullable TeamReference team(@Nullable TeamId id) {
        return id == null ? null : teams.getOrDefault(id, unknown(id));
    }
}
