package io.switchboard.core.rest.ticket;

import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.ticket.TicketSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a ticket looks in JSON. What is for the desk only is left out for customers. */
public final class TicketView {
    private TicketView() {}

    /** Returns a ticket. */
    public static Map<String, @Nullable Object> of(Ticket ticket, Caller caller) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        boolean staff = AccessPolicy.readsNotes(caller);
        view.put("id", ticket.id().toString());
        view.put("number", ticket.number());
        view.put("version", ticket.version());
        view.put("subject", ticket.subject());
        view.put("description", ticket.description());
        progress(view, ticket.progress());
        classification(view, ticket.classification());
        view.put("channel", ticket.channel());
        view.put("requester", person(ticket.requester()));
        view.put("submitter", person(ticket.submitter()));
        view.put(
                "organization",
                ticket.organization() == null ? null : ticket.organization().toString());
        assignment(view, ticket.assignee(), ticket.team());
        view.put("errorMessages", ticket.circumstances().errorMessages());
        view.put("affectedSystems", ticket.circumstances().affectedSystems());
        view.put("userImpact", ticket.circumstances().userImpact());
        view.put("resolution", ticket.resolution() == null ? null : resolution(ticket.resolution(), staff));
        view.put("expectedResolutionAt", ticket.expectedResolutionAt());
        view.put("nextUpdateDueAt", ticket.nextUpdateDueAt());
        view.put(
                "deadlines",
                staff ? ticket.deadlines().stream().map(TicketView::deadline).toList() : List.of());
        view.put("tags", staff ? ticket.tags() : List.of());
        view.put("fields", fields(ticket.fields()));
        view.put("confidential", ticket.confidential());
        view.put("imported", ticket.imported());
        view.put(
                "externalSystem",
                ticket.external() == null ? null : ticket.external().system());
        view.put(
                "externalNumber",
                ticket.external() == null ? null : ticket.external().number());
        view.put("createdAt", ticket.createdAt());
        view.put("updatedAt", ticket.updatedAt());
        return view;
    }

    /** Returns a ticket. */
    public static Map<String, @Nullable Object> of(TicketSummary ticket, Caller caller) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        boolean staff = AccessPolicy.readsNotes(caller);
        view.put("id", ticket.id().toString());
        view.put("number", ticket.number());
        view.put("version", ticket.version());
        view.put("subject", ticket.subject());
        progress(view, ticket.progress());
        classification(view, ticket.classification());
        view.put("channel", ticket.channel());
        view.put("requester", person(ticket.requester()));
        assignment(view, ticket.assignee(), ticket.team());
        view.put("closure", ticket.closure() == null ? null : ticket.closure().id());
        view.put("nextUpdateDueAt", ticket.nextUpdateDueAt());
        view.put(
                "deadlines",
                staff ? ticket.deadlines().stream().map(TicketView::deadline).toList() : List.of());
        view.put("tags", staff ? ticket.tags() : List.of());
        view.put("confidential", ticket.confidential());
        view.put("createdAt", ticket.createdAt());
        view.put("updatedAt", ticket.updatedAt());
        return view;
    }

    /** Returns a person. */
    public static Map<String, @Nullable Object> person(PersonReference person) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", person.id().toString());
        view.put("name", person.name());
        view.put("email", person.email());
        view.put("vip", person.vip());
        return view;
    }

    private static void progress(Map<String, @Nullable Object> view, Progress progress) {
        view.put("profile", progress.profile());
        view.put("status", progress.status().id());
        view.put("statusSince", progress.statusSince());
        view.put("stage", progress.stage().id());
        view.put("nextMove", progress.nextMove().id());
        view.put("disposition", progress.disposition().id());
        view.put("triage", progress.triage().id());
        view.put("postponedUntil", progress.postponedUntil());
        view.put("reopenings", progress.reopenings());
    }

    private static void classification(Map<String, @Nullable Object> view, Classification classification) {
        view.put("type", classification.type().id());
        view.put("category", classification.category());
        view.put("product", classification.product());
        view.put("impact", classification.impact().id());
        view.put("urgency", classification.urgency().id());
        view.put("priority", classification.priority().id());
        view.put("priorityOverridden", classification.priorityOverridden());
    }

    private static void assignment(
            Map<String, @Nullable Object> view, @Nullable PersonReference assignee, @Nullable TeamReference team) {
        view.put(
                "assignee", assignee == null ? null : Map.of("id", assignee.id().toString(), "name", assignee.name()));
        view.put(
                "team",
                team == null ? null : Map.of("id", team.id().toString(), "name", team.name(), "tier", team.tier()));
    }

    private static Map<String, @Nullable Object> resolution(Resolution resolution, boolean staff) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("kind", resolution.kind().id());
        view.put("summary", resolution.summary());
        if (staff) {
            view.put("rootCause", resolution.rootCause());
            view.put("plan", resolution.plan());
        }
        view.put(
                "verification",
                resolution.verification() == null
                        ? null
                        : resolution.verification().id());
        view.put(
                "closure",
                resolution.closure() == null ? null : resolution.closure().id());
        return view;
    }

    private static Map<String, @Nullable Object> deadline(Deadline deadline) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("kind", deadline.kind());
        view.put("dueAt", deadline.dueAt());
        view.put("metAt", deadline.metAt());
        view.put("plugin", deadline.plugin());
        view.put("explanation", deadline.explanation());
        return view;
    }

    private static Map<String, Object> fields(Map<String, FieldValue> fields) {
        Map<String, Object> view = new LinkedHashMap<>();
        fields.forEach((name, value) -> view.put(name, plain(value)));
        return view;
    }

    private static Object plain(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        }
        if (value instanceof FieldValue.Number number) {
            return number.value();
        }
        return value instanceof FieldValue.Flag flag ? (Object) flag.value() : ((FieldValue.Items) value).values();
    }
}
