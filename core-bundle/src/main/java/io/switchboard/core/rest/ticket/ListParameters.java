package io.switchboard.core.rest.ticket;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.ListTickets.View;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Position;
import io.switchboard.core.store.ticket.TicketOrder;
import io.switchboard.core.store.ticket.TicketSummary;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of tickets. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class ListParameters {
    private static final int STANDARD = 25;
    private static final int MAXIMUM = 200;
    private static final int LONGEST_QUERY = 400;

    @QueryParam("view")
    private @Nullable String view;

    @QueryParam("q")
    private @Nullable String q;

    @QueryParam("status")
    private @Nullable String status;

    @QueryParam("priority")
    private @Nullable String priority;

    @QueryParam("type")
    private @Nullable String type;

    @QueryParam("category")
    private @Nullable String category;

    @QueryParam("channel")
    private @Nullable String channel;

    @QueryParam("assignee")
    private @Nullable String assignee;

    @QueryParam("team")
    private @Nullable String team;

    @QueryParam("requester")
    private @Nullable String requester;

    @QueryParam("tag")
    private @Nullable String tag;

    @QueryParam("sort")
    private @Nullable String sort;

    @QueryParam("cursor")
    private @Nullable String cursor;

    @QueryParam("limit")
    private @Nullable String limit;

    /** Returns what is searched for, or null if nothing is. */
    @Nullable
    String words() {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > LONGEST_QUERY) {
            throw SwitchboardException.field("q", "must have at most " + LONGEST_QUERY + " characters");
        }
        return q.strip();
    }

    @Nullable
    String cursor() {
        return cursor;
    }

    int limit() {
        return Parameters.limit(limit, STANDARD, MAXIMUM);
    }

    ListTickets.Query query(Caller caller) {
        TicketOrder order = order();
        return new ListTickets.Query(
                view == null ? View.ALL : View.of(view), filter(caller), order, position(order), limit());
    }

    private Filter filter(Caller caller) {
        return new Filter(
                status == null ? null : new Status(status),
                priority == null ? null : Priority.of(priority, "priority"),
                type == null ? null : TicketType.of(type, "type"),
                category,
                channel,
                person(caller, "assignee", assignee),
                team == null ? null : new TeamId(uuid("team", team)),
                person(caller, "requester", requester),
                tag,
                null);
    }

    private static @Nullable PersonId person(Caller caller, String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return "me".equals(value) ? caller.person() : new PersonId(uuid(field, value));
    }

    private static UUID uuid(String field, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field(field, "must be an id");
        }
    }

    private TicketOrder order() {
        if (sort == null) {
            return TicketOrder.UPDATED;
        }
        return Arrays.stream(TicketOrder.values())
                .filter(order -> order.id().equals(sort))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        "sort",
                        "must be one of "
                                + Arrays.stream(TicketOrder.values())
                                        .map(TicketOrder::id)
                                        .toList()));
    }

    private @Nullable Position position(TicketOrder order) {
        List<String> parts = Cursor.read(cursor, "tickets-" + order.id(), 3);
        if (parts == null) {
            return null;
        }
        try {
            return new Position(
                    Instant.parse(parts.get(0)),
                    Integer.valueOf(parts.get(1)),
                    new TicketId(UUID.fromString(parts.get(2))));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    @Nullable
    String next(ListTickets.Query query, List<TicketSummary> found) {
        if (found.size() < query.limit()) {
            return null;
        }
        TicketSummary last = found.get(found.size() - 1);
        Instant time = switch (query.order()) {
            case UPDATED, PRIORITY -> last.updatedAt();
            case CREATED -> last.createdAt();
            case DUE -> last.dueAt();
        };
        int rank = 4 - last.classification().priority().ordinal();
        return Cursor.of(
                "tickets-" + query.order().id(),
                List.of(time.toString(), Integer.toString(rank), last.id().toString()));
    }
}
