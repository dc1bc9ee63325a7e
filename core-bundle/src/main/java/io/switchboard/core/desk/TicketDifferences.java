package io.switchboard.core.desk;

import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.lifecycle.Lifecycle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works out what happened to a ticket from what it was and what it is. No use case can forget to record a change, and
 * none can record one that was not made.
 */
final class TicketDifferences {
    private final Ticket before;
    private final Ticket after;
    private final Map<EventType, List<FieldChange>> events = new LinkedHashMap<>();

    private TicketDifferences(Ticket before, Ticket after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the events that lead from one to the other, in the order of the history, each with its fields. */
    static Map<EventType, List<FieldChange>> between(Ticket before, Ticket after, Lifecycle lifecycle) {
        TicketDifferences differences = new TicketDifferences(before, after);
        differences.own();
        differences.classification();
        differences.assignment();
        differences.progress(lifecycle);
        differences.expectation();
        differences.triage();
        return differences.events;
    }

    private void own() {
        compare(EventType.TICKET_EDITED, "subject", Ticket::subject);
        compare(EventType.TICKET_EDITED, "tags", ticket -> String.join(", ", ticket.tags()));
        compare(
                EventType.TICKET_EDITED,
                "errorMessages",
                ticket -> ticket.circumstances().errorMessages());
        compare(
                EventType.TICKET_EDITED,
                "affectedSystems",
                ticket -> String.join(", ", ticket.circumstances().affectedSystems()));
        compare(
                EventType.TICKET_EDITED,
                "userImpact",
                ticket -> ticket.circumstances().userImpact());
        Set<String> names = new LinkedHashSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        names.forEach(name -> compare(
                EventType.TICKET_EDITED,
                "fields." + name,
                ticket -> text(ticket.fields().get(name))));
        resolution("kind", value -> value.kind().id());
        resolution("summary", Resolution::summary);
        resolution("rootCause", Resolution::rootCause);
        resolution("plan", Resolution::plan);
        resolution("verification", value -> id(value.verification()));
        resolution("closure", value -> id(value.closure()));
    }

    private void classification() {
        EventType type = EventType.TICKET_CLASSIFIED;
        compare(type, "type", ticket -> ticket.classification().type().id());
        compare(type, "profile", ticket -> ticket.progress().profile());
        compare(type, "category", ticket -> ticket.classification().category());
        compare(type, "product", ticket -> ticket.classification().product());
        compare(type, "impact", ticket -> ticket.classification().impact().id());
        compare(type, "urgency", ticket -> ticket.classification().urgency().id());
        compare(type, "priority", ticket -> ticket.classification().priority().id());
        compare(
                type,
                "priorityOverridden",
                ticket -> Boolean.toString(ticket.classification().priorityOverridden()));
        compare(
                EventType.TICKET_CONFIDENTIALITY_CHANGED,
                "confidential",
                ticket -> Boolean.toString(ticket.confidential()));
    }

    private void assignment() {
        compare(EventType.TICKET_ASSIGNED, "team", ticket -> team(ticket.team()));
        compare(EventType.TICKET_ASSIGNED, "assignee", ticket -> person(ticket.assignee()));
    }

    private void progress(Lifecycle lifecycle) {
        compare(
                EventType.TICKET_TRANSITIONED,
                "status",
                ticket -> ticket.progress().status().id());
        if (!before.progress().status().equals(after.progress().status())) {
            milestone(lifecycle);
        }
        compare(
                EventType.TICKET_DISPOSITION_CHANGED,
                "disposition",
                ticket -> ticket.progress().disposition().id());
        if (before.progress().triage() != TriageState.PENDING
                && after.progress().triage() == TriageState.PENDING) {
            compare(
                    EventType.TICKET_DISPOSITION_CHANGED,
                    "triage",
                    ticket -> ticket.progress().triage().id());
        }
        EventType sleep =
                after.progress().postponedUntil() == null ? EventType.TICKET_WOKEN : EventType.TICKET_POSTPONED;
        compare(sleep, "postponedUntil", ticket -> text(ticket.progress().postponedUntil()));
    }

    private void milestone(Lifecycle lifecycle) {
        boolean wasDone = lifecycle.category(before.progress()) == StatusCategory.DONE;
        boolean isDone = lifecycle.category(after.progress()) == StatusCategory.DONE;
        if (wasDone && !isDone) {
            events.put(EventType.TICKET_REOPENED, List.of());
        } else if (isDone) {
            switch (after.progress().status().id()) {
                case "closed" -> events.put(EventType.TICKET_CLOSED, List.of());
                case "archived" -> events.put(EventType.TICKET_ARCHIVED, List.of());
                default -> events.put(EventType.TICKET_RESOLVED, List.of());
            }
        }
    }

    private void expectation() {
        EventType type = EventType.TICKET_EXPECTATION_CHANGED;
        compare(type, "expectedResolutionAt", ticket -> text(ticket.expectedResolutionAt()));
        compare(type, "nextUpdateDueAt", ticket -> text(ticket.nextUpdateDueAt()));
        Set<String> kinds = new LinkedHashSet<>();
        before.deadlines().forEach(deadline -> kinds.add(deadline.kind()));
        after.deadlines().forEach(deadline -> kinds.add(deadline.kind()));
        kinds.forEach(kind ->
                compare(EventType.TICKET_DEADLINE_CHANGED, "deadlines." + kind, ticket -> deadline(ticket, kind)));
    }

    private void triage() {
        if (before.progress().triage() == TriageState.PENDING
                && after.progress().triage() != TriageState.PENDING) {
            compare(
                    EventType.TICKET_TRIAGED,
                    "triage",
                    ticket -> ticket.progress().triage().id());
        }
    }

    private void resolution(String part, Function<Resolution, @Nullable String> value) {
        compare(EventType.TICKET_EDITED, "resolution." + part, ticket -> {
            Resolution resolution = ticket.resolution();
            return resolution == null ? null : value.apply(resolution);
        });
    }

    private void compare(EventType type, String field, Function<Ticket, @Nullable String> value) {
        String old = emptyToNull(value.apply(before));
        String now = emptyToNull(value.apply(after));
        if (!Objects.equals(old, now)) {
            events.computeIfAbsent(type, added -> new ArrayList<>()).add(new FieldChange(field, old, now));
        }
    }

    private static @Nullable String emptyToNull(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        }
        if (value instanceof FieldValue.Number number) {
            return number.value().toPlainString();
        }
        if (value instanceof FieldValue.Flag flag) {
            return Boolean.toString(flag.value());
        }
        if (value instanceof FieldValue.Items items) {
            return String.join(", ", items.values());
        }
        return value == null ? null : value.toString();
    }

    private static @Nullable String id(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String person(@Nullable PersonReference person) {
        return person == null ? null : person.id().toString();
    }

    private static @Nullable String team(@Nullable TeamReference team) {
        return team == null ? null : team.id().toString();
    }

    private static @Nullable String deadline(Ticket ticket, String kind) {
        for (Deadline deadline : ticket.deadlines()) {
            if (deadline.kind().equals(kind)) {
                return deadline.dueAt() + (deadline.metAt() == null ? "" : " met " + deadline.metAt());
            }
        }
        return null;
    }
}
