package io.switchboard.core.store.ticket;

import io.switchboard.core.store.ticket.TicketListing.Lane;
import io.switchboard.core.store.ticket.TicketMapper.Stretch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of indexes that hold a list. Each is read in order and no further than the page needs, then they are merged,
 * and what lies in several is taken once; so a page costs the same at any size of the desk. Only the stretch of a participant
 * is read to its end, since its order stands in another table than the tickets'.
 *
 * @param stretches the stretches
 */
record Stretches(List<Stretch> stretches) {
    static final Stretches NONE = new Stretches(List.of());

    static Stretches of(TicketListing listing) {
        return new Stretches(of(listing.lane(), listing.buckets()).toList());
    }

    static Stretches of(Stretch only) {
        return new Stretches(List.of(only));
    }

    private static Stream<Stretch> of(Lane lane, List<Bucket> buckets) {
        if (lane instanceof Lane.AnyOf anyOf) {
            return anyOf.lanes().stream().flatMap(one -> of(one, buckets));
        }
        if (lane instanceof Lane.OfTeams ofTeams) {
            return ofTeams.teams().stream().flatMap(team -> parts("queue", team.value(), buckets));
        }
        if (lane instanceof Lane.OfAssignee ofAssignee) {
            return parts("assignee", ofAssignee.assignee().value(), buckets);
        }
        if (lane instanceof Lane.Untriaged) {
            return parts(
                    "bucket",
                    null,
                    buckets.stream().filter(Bucket::maybePending).toList());
        }
        return whole(lane).map(Stream::of).orElseGet(() -> parts("bucket", null, buckets));
    }

    /** Returns a stretch that holds all buckets in one. */
    private static Optional<Stretch> whole(Lane lane) {
        if (lane instanceof Lane.OfRequester ofRequester) {
            return Optional.of(new Stretch("requester", ofRequester.requester().value(), null));
        }
        if (lane instanceof Lane.OfSubmitter ofSubmitter) {
            return Optional.of(new Stretch("submitter", ofSubmitter.submitter().value(), null));
        }
        if (lane instanceof Lane.OfParticipant ofParticipant) {
            return Optional.of(
                    new Stretch("participant", ofParticipant.participant().value(), null));
        }
        return lane instanceof Lane.OfOrganization ofOrganization
                ? Optional.of(new Stretch(
                        "organization", ofOrganization.organization().value(), null))
                : Optional.empty();
    }

    private static Stream<Stretch> parts(String index, @Nullable UUID owner, List<Bucket> buckets) {
        return buckets.stream().map(bucket -> new Stretch(index, owner, bucket));
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    static Comparator<SummaryRow> comparator(TicketOrder order) {
        Comparator<SummaryRow> newest = Comparator.comparing(SummaryRow::id).reversed();
        return switch (order) {
            case UPDATED ->
                Comparator.comparing(SummaryRow::updatedAt).reversed().thenComparing(newest);
            case CREATED ->
                Comparator.comparing(SummaryRow::createdAt).reversed().thenComparing(newest);
            case PRIORITY ->
                Comparator.comparing(SummaryRow::priorityRank)
                        .thenComparing(SummaryRow::updatedAt)
                        .reversed()
                        .thenComparing(newest);
            case DUE -> Comparator.comparing(SummaryRow::dueAt).thenComparing(SummaryRow::id);
        };
    }
}
