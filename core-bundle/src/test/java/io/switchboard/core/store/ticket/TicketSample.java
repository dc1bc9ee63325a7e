package io.switchboard.core.store.ticket;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.history.HistoryRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket for tests of the store; each field can be set before {@link #stored()}. */
final class TicketSample {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Lifecycle LIFECYCLE = new Lifecycle();

    final TicketId id;
    final MessageId opening;
    String subject = "Printer";
    PersonReference requester;
    PersonReference submitter;

    @Nullable
    OrganizationId organization;

    @Nullable
    PersonReference assignee;

    @Nullable
    TeamReference team;

    Status status = Status.NEW;
    Disposition disposition = Disposition.NONE;
    TriageState triage = TriageState.DONE;
    Priority priority = Priority.P3;
    Circumstances circumstances = Circumstances.UNKNOWN;

    @Nullable
    Resolution resolution;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant nextUpdateDueAt;

    @Nullable
    String category;

    Set<String> tags = Set.of();
    Map<String, FieldValue> fields = Map.of();
    boolean confidential;

    @Nullable
    ExternalReference external;

    @Nullable
    TicketId mergedInto;

    Instant createdAt = NOON;
    Instant updatedAt = NOON;

    TicketSample(UUID id, UUID opening, PersonReference requester) {
        this.id = new TicketId(id);
        this.opening = new MessageId(opening);
        this.requester = requester;
        this.submitter = requester;
    }

    Ticket ticket() {
        Progress begun = LIFECYCLE.begin(Lifecycle.STANDARD, createdAt);
        return new Ticket(
                id,
                "T-" + id,
                1,
                subject,
                "",
                requester,
                submitter,
                organization,
                "api",
                new Classification(TicketType.INCIDENT, category, null, Level.MEDIUM, Level.MEDIUM, priority, true),
                new Progress(
                        begun.profile(),
                        status,
                        begun.stage(),
                        begun.nextMove(),
                        disposition,
                        triage,
                        null,
                        begun.statusSince(),
                        0),
                assignee,
                team,
                circumstances,
                resolution,
                dueAt == null ? List.of() : List.of(new Deadline("resolution", dueAt, null, "sla", "for tests")),
                null,
                nextUpdateDueAt,
                tags,
                fields,
                confidential,
                false,
                external,
                createdAt,
                updatedAt);
    }

    StoredTicket stored() {
        return new StoredTicket(ticket(), Set.of(), opening, mergedInto, 0, HistoryRow.BEGINNING);
    }
}
