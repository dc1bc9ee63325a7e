package io.switchboard.core.desk.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Position;
import io.switchboard.core.store.ticket.TicketOrder;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list has and in which order, in the words of the API: as they stand in an address or in a saved view. Null
 * demands nothing. Read by {@link #query} alone, so that what can be saved is what can be asked for.
 *
 * @param view one of the views that every desk has
 * @param q words to search for; the other conditions say nothing then
 * @param assignee the id of an agent, or {@code me}
 * @param requester the id of a person, or {@code me}
 * @param closure why the tickets were closed
 * @param updateDue whether the next update to the customer must be due
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketConditions(
        @Nullable String view,
        @Nullable String q,
        @Nullable String status,
        @Nullable String priority,
        @Nullable String type,
        @Nullable String category,
        @Nullable String channel,
        @Nullable String assignee,
        @Nullable String team,
        @Nullable String requester,
        @Nullable String tag,
        @Nullable String closure,
        @Nullable String sort,
        @Nullable Boolean updateDue) {
    /** Demands nothing of the next update. */
    public TicketConditions(
            @Nullable String view,
            @Nullable String q,
            @Nullable String status,
            @Nullable String priority,
            @Nullable String type,
            @Nullable String category,
            @Nullable String channel,
            @Nullable String assignee,
            @Nullable String team,
            @Nullable String requester,
            @Nullable String tag,
            @Nullable String closure,
            @Nullable String sort) {
        this(view, q, status, priority, type, category, channel, assignee, team, requester, tag, closure, sort, null);
    }

    /** Demands nothing. */
    public static final TicketConditions NONE =
            new TicketConditions(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final int LONGEST_WORDS = 400;
    private static final int LONGEST = 300;

    /** Returns the conditions of a view that every desk has. */
    public static TicketConditions of(ListTickets.View view) {
        return new TicketConditions(view.id(), null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Returns these conditions, and those of a saved view where these demand nothing. */
    public TicketConditions within(TicketConditions saved) {
        return new TicketConditions(
                saved.view,
                first(q, saved.q),
                first(status, saved.status),
                first(priority, saved.priority),
                first(type, saved.type),
                first(category, saved.category),
                first(channel, saved.channel),
                first(assignee, saved.assignee),
                first(team, saved.team),
                first(requester, saved.requester),
                first(tag, saved.tag),
                first(closure, saved.closure),
                first(sort, saved.sort),
                updateDue == null ? saved.updateDue : updateDue);
    }

    private static @Nullable String first(@Nullable String own, @Nullable String saved) {
        return own == null ? saved : own;
    }

    /**
     * Returns what is searched for, or null if nothing is.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code q}
     */
    public @Nullable String words() {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > LONGEST_WORDS) {
            throw SwitchboardException.field("q", "must have at most " + LONGEST_WORDS + " characters");
        }
        return q.strip();
    }

    /**
     * Reads the conditions.
     *
     * @param caller who {@code me} is
     * @throws SwitchboardException with {@code invalid-field} naming the one that is not understood
     */
    public ListTickets.Query query(Caller caller, @Nullable Position after, int limit) {
        new Limits()
                .text("category", category, LONGEST)
                .text("channel", channel, LONGEST)
                .text("tag", tag, LONGEST)
                .check();
        return new ListTickets.Query(
                view == null ? ListTickets.View.ALL : ListTickets.View.of(view),
                filter(caller),
                order(),
                after,
                limit,
                Boolean.TRUE.equals(updateDue));
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
                closure == null ? null : ClosureReason.of(closure, "closure"),
                null);
    }

    private static @Nullable PersonId person(Caller caller, String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!"me".equals(value)) {
            return new PersonId(uuid(field, value));
        }
        PersonId self = caller.person();
        if (self == null) {
            throw SwitchboardException.field(field, "cannot be me for a caller who is no person; give an id");
        }
        return self;
    }

    private static UUID uuid(String field, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field(field, "must be an id");
        }
    }

    /** Returns the order. */
    public TicketOrder order() {
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
}
