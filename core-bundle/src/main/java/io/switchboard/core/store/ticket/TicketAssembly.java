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

    static TicketRow row(StoredTicket stored, Bucket bucket, long rowVersion) {
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
                rowVersion,
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

    TicketSummary summary(SummaryRow row) {
        return new TicketSummary(
                row.id(),
                row.number(),
                row.version(),
                row.subject(),
                person(row.requester()),
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
                row.closure(),
                TicketColumns.deadlines(row.deadlines()),
                new TreeSet<>(TicketColumns.texts(row.tags())),
                row.confidential(),
                row.dueAt(),
                row.createdAt(),
                row.updatedAt());
    }

    private PersonReference person(PersonId id) {
        return people.getOrDefault(id, new PersonReference(id, "?", null, false));
    }

    private @Nullable PersonReference optionalPerson(@Nullable PersonId id) {
        return id == null ? null : person(id);
    }

    private @Nullable TeamReference team(@Nullable TeamId id) {
        return id == null ? null : teams.getOrDefault(id, new TeamReference(id, "?", 1));
    }
}
