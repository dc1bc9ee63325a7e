package io.switchboard.core.store.ticket;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.VisibilityScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which tickets is wanted.
 *
 * @param scope what the reader may see; holds in any case
 * @param buckets the parts of the queues, at least one
 * @param lane what is read along an index
 * @param filter what the tickets must be besides
 * @param order in which order
 * @param after where the page before ended, or null
 * @param limit how many at most
 */
public record TicketListing(
        VisibilityScope scope,
        List<Bucket> buckets,
        Lane lane,
        Filter filter,
        TicketOrder order,
        @Nullable Position after,
        int limit) {
    /** Keeps a copy. */
    public TicketListing {
        buckets = List.copyOf(buckets);
    }

    /** Returns the same listing of other parts of the queues. */
    TicketListing in(List<Bucket> others) {
        return new TicketListing(scope, others, lane, filter, order, after, limit);
    }

    /** Returns the teams of the lane; none if it is not one of teams. */
    public List<TeamId> teams() {
        return lane instanceof Lane.OfTeams ofTeams ? ofTeams.teams() : List.of();
    }

    /** Returns whether a ticket may be found in several places of the lane. */
    public boolean overlapping() {
        return lane instanceof Lane.AnyOf;
    }

    /** By what the tickets of a list belong together. */
    public sealed interface Lane {
        /** All tickets. */
        record Everything() implements Lane {}

        /** Those of teams. */
        record OfTeams(List<TeamId> teams) implements Lane {
            /** Keeps a copy. */
            public OfTeams {
                teams = List.copyOf(teams);
            }
        }

        /** Those of an agent. */
        record OfAssignee(PersonId assignee) implements Lane {}

        /** Those of a requester. */
        record OfRequester(PersonId requester) implements Lane {}

        /** Those that somebody wrote down. */
        record OfSubmitter(PersonId submitter) implements Lane {}

        /** Those that somebody is in copy of, or watches. */
        record OfParticipant(PersonId participant) implements Lane {}

        /** Those about which triage may not have spoken: new ones, and what was put aside before. */
        record Untriaged() implements Lane {}

        /** Those of any of several lanes, each once. */
        record AnyOf(List<Lane> lanes) implements Lane {
            /** Keeps a copy. */
            public AnyOf {
                lanes = List.copyOf(lanes);
            }
        }

        /** Those of an organization. */
        record OfOrganization(OrganizationId organization) implements Lane {}
    }

    /** What tickets must be besides; null demands nothing. */
    public record Filter(
            @Nullable Status status,
            @Nullable Priority priority,
            @Nullable TicketType type,
            @Nullable String category,
            @Nullable String channel,
            @Nullable PersonId assignee,
            @Nullable TeamId team,
            @Nullable PersonId requester,
            @Nullable String tag,
            @Nullable ClosureReason closure,
            @Nullable Instant dueBefore,
            @Nullable Instant updateDueBefore) {
        /** Demands nothing of the next update. */
        public Filter(
                @Nullable Status status,
                @Nullable Priority priority,
                @Nullable TicketType type,
                @Nullable String category,
                @Nullable String channel,
                @Nullable PersonId assignee,
                @Nullable TeamId team,
                @Nullable PersonId requester,
                @Nullable String tag,
                @Nullable ClosureReason closure,
                @Nullable Instant dueBefore) {
            this(status, priority, type, category, channel, assignee, team, requester, tag, closure, dueBefore, null);
        }

        /** Demands nothing but who asked. */
        public static Filter of(PersonId requester) {
            return new Filter(null, null, null, null, null, null, null, requester, null, null, null);
        }

        /** Returns the same with other bounds of time. */
        public Filter before(@Nullable Instant due, @Nullable Instant updateDue) {
            return new Filter(
                    status, priority, type, category, channel, assignee, team, requester, tag, closure, due, updateDue);
        }

        /** Demands nothing. */
        public static final Filter NONE = new Filter(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The last ticket of a page, by what it was ordered by. */
    public record Position(@Nullable Instant time, @Nullable Integer rank, TicketId id) {}
}
