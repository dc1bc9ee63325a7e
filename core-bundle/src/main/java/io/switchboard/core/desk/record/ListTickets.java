package io.switchboard.core.desk.record;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.Bucket;
import io.switchboard.core.store.ticket.TicketListing;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import io.switchboard.core.store.ticket.TicketListing.Position;
import io.switchboard.core.store.ticket.TicketOrder;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import io.switchboard.core.timing.DeskClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lists tickets, always within what the caller may see. The list is read along the narrowest index that holds it, so a
 * page costs the same whatever the size of the desk.
 */
@Component(service = ListTickets.class)
public final class ListTickets {
    private static final TeamId NO_TEAM = new TeamId(new UUID(0, 0));

    private final Transactions transactions;
    private final TicketStore tickets;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public ListTickets(
            @Reference Transactions transactions, @Reference TicketStore tickets, @Reference DeskClock clock) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** The views that every desk has. */
    public enum View {
        /** The caller's own: assigned to an agent, asked for by a customer. */
        MINE(Bucket.OPEN),
        /** Open tickets of the caller's teams. */
        TEAM(Bucket.OPEN),
        /** Open, and nobody has them. */
        UNASSIGNED(List.of(Bucket.PENDING, Bucket.UNASSIGNED)),
        /** Open, and somebody outside has the next move. */
        WAITING(List.of(Bucket.WAITING)),
        /** Open, and past a deadline. */
        OVERDUE(Bucket.OPEN),
        /** All that are open. */
        OPEN(Bucket.OPEN),
        /** Solved, closed and archived. */
        DONE(List.of(Bucket.DONE)),
        /** Spam, trash and merged. */
        DISCARDED(List.of(Bucket.DISCARDED)),
        /** All but spam, trash and merged. */
        ALL(List.of(Bucket.PENDING, Bucket.UNASSIGNED, Bucket.ACTIVE, Bucket.WAITING, Bucket.DONE));

        private final List<Bucket> buckets;

        View(List<Bucket> buckets) {
            this.buckets = buckets;
        }

        /** Returns the name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads the name in the API.
         *
         * @throws SwitchboardException with {@code invalid-field} naming {@code view}
         */
        public static View of(String id) {
            return Arrays.stream(values())
                    .filter(view -> view.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> SwitchboardException.field(
                            "view",
                            "must be one of "
                                    + Arrays.stream(values()).map(View::id).toList()));
        }
    }

    /**
     * Which tickets are wanted.
     *
     * @param updateDue whether only those are wanted whose next update to the customer is due (CO3)
     */
    public record Query(
            View view,
            Filter filter,
            TicketOrder order,
            @Nullable Position after,
            int limit,
            boolean updateDue) {
        /** Wants them whenever their next update is due. */
        public Query(View view, Filter filter, TicketOrder order, @Nullable Position after, int limit) {
            this(view, filter, order, after, limit, false);
        }

        /**
         * Returns whether the tickets can be counted along an index: nothing has to be looked at that is solved or discarded
         * and then left out.
         */
        public boolean countable() {
            boolean open = Bucket.OPEN.containsAll(view.buckets);
            return open || filter.equals(Filter.NONE) && !updateDue;
        }
    }

    /** Returns a page, in its order. */
    public List<TicketSummary> handle(Caller caller, Query query) {
        AccessPolicy.requireKnown(caller);
        return transactions.read(() -> tickets.list(listing(caller, query)));
    }

    /** Counts up to {@code limit} of the query; what is overdue is read in the order of its due times. */
    public int count(Caller caller, Query query) {
        AccessPolicy.requireKnown(caller);
        TicketOrder order = query.view() == View.OVERDUE ? TicketOrder.DUE : query.order();
        Query counted = new Query(query.view(), query.filter(), order, null, query.limit(), query.updateDue());
        return transactions.read(() -> tickets.count(listing(caller, counted)));
    }

    private TicketListing listing(Caller caller, Query query) {
        VisibilityScope scope = AccessPolicy.scope(caller);
        Filter filter = due(query);
        return new TicketListing(
                scope,
                query.view().buckets,
                lane(caller, scope, query.view(), filter),
                filter,
                query.order(),
                query.after(),
                query.limit());
    }

    private static Lane lane(Caller caller, VisibilityScope scope, View view, Filter filter) {
        PersonId self = caller.person();
        PersonId requester = filter.requester();
        if (requester != null) {
            return new Lane.OfRequester(requester);
        }
        if (view == View.MINE && self != null) {
            return caller.staff() ? new Lane.OfAssignee(self) : new Lane.OfRequester(self);
        }
        PersonId assignee = filter.assignee();
        if (assignee != null) {
            return new Lane.OfAssignee(assignee);
        }
        TeamId team = filter.team();
        if (team != null) {
            return new Lane.OfTeams(List.of(team));
        }
        if (view == View.TEAM) {
            return new Lane.OfTeams(List.copyOf(caller.teams()));
        }
        return wide(scope, self);
    }

    /** Returns the lanes that hold all that a caller sees, whose scope then leaves out what is not to be seen. */
    private static Lane wide(VisibilityScope scope, @Nullable PersonId self) {
        if (scope.allOthers() || scope.allConfidential()) {
            return new Lane.Everything();
        }
        List<Lane> lanes = new ArrayList<>();
        Set<TeamId> teams = new LinkedHashSet<>(scope.teams());
        teams.addAll(scope.confidentialTeams());
        if (scope.withoutTeam() || scope.untriaged()) {
            teams.add(NO_TEAM);
        }
        lanes.add(new Lane.OfTeams(List.copyOf(teams)));
        if (scope.untriaged()) {
            lanes.add(new Lane.Untriaged());
        }
        OrganizationId organization = scope.organization();
        if (organization != null) {
            lanes.add(new Lane.OfOrganization(organization));
        }
        PersonId assignee = scope.assignee();
        if (assignee != null) {
            lanes.add(new Lane.OfAssignee(assignee));
        }
        if (self != null) {
            lanes.addAll(List.of(new Lane.OfRequester(self), new Lane.OfSubmitter(self), new Lane.OfParticipant(self)));
        }
        return new Lane.AnyOf(lanes);
    }

    private Filter due(Query query) {
        boolean overdue = query.view() == View.OVERDUE;
        return overdue || query.updateDue()
                ? query.filter().before(overdue ? clock.now() : null, query.updateDue() ? clock.now() : null)
                : query.filter();
    }
}
