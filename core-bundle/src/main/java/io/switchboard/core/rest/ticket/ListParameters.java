package io.switchboard.core.rest.ticket;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.TicketConditions;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.ticket.TicketListing.Position;
import io.switchboard.core.store.ticket.TicketOrder;
import io.switchboard.core.store.ticket.TicketSummary;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of tickets. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class ListParameters {
    private static final int STANDARD = 25;
    private static final int MAXIMUM = 200;
    private static final Pattern SAVED = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

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

    @QueryParam("closure")
    private @Nullable String closure;

    @QueryParam("sort")
    private @Nullable String sort;

    @QueryParam("updateDue")
    private @Nullable String updateDue;

    @QueryParam("cursor")
    private @Nullable String cursor;

    @QueryParam("limit")
    private @Nullable String limit;

    /** Returns the id of the saved view that is wanted, or null if it is one that every desk has, or none. */
    @Nullable
    UUID savedView() {
        return view == null || !SAVED.matcher(view).matches() ? null : UUID.fromString(view);
    }

    /** Returns the conditions. */
    TicketConditions conditions() {
        return new TicketConditions(
                view,
                q,
                status,
                priority,
                type,
                category,
                channel,
                assignee,
                team,
                requester,
                tag,
                closure,
                sort,
                updateDue == null ? null : Parameters.flag("updateDue", updateDue));
    }

    @Nullable
    String cursor() {
        return cursor;
    }

    int limit() {
        return Parameters.limit(limit, STANDARD, MAXIMUM);
    }

    /** Asks for one more than fits, to know whether another page follows. */
    ListTickets.Query query(Caller caller, TicketConditions conditions) {
        return conditions.query(caller, position(conditions.order()), limit() + 1);
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

    /** Makes the cursor of what comes after a ticket. */
    static String after(TicketOrder order, TicketSummary last) {
        Instant time = switch (order) {
            case UPDATED, PRIORITY -> last.updatedAt();
            case CREATED -> last.createdAt();
            case DUE -> last.dueAt();
        };
        int rank = 4 - last.classification().priority().ordinal();
        return Cursor.of(
                "tickets-" + order.id(),
                List.of(time.toString(), Integer.toString(rank), last.id().toString()));
    }
}
