package io.switchboard.core.store.ticket;

import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.ticket.TicketMapper.Stretch;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The stretches of an index that hold a list. Each is read in order and no further than the page needs, then they are
 * merged; so a page costs the same at any size of the desk.
 *
 * @param index the leading columns of the index: {@code queue}, {@code assignee}, {@code requester},
 *     {@code organization} or {@code bucket}
 * @param stretches the values of those columns
 */
record Stretches(String index, List<Stretch> stretches) {
    static Stretches of(TicketListing listing) {
        TicketListing.Lane lane = listing.lane();
        if (lane instanceof TicketListing.Lane.OfTeams ofTeams) {
            return new Stretches(
                    "queue",
                    ofTeams.teams().stream()
                            .map(TeamId::value)
                            .flatMap(team -> listing.buckets().stream().map(bucket -> new Stretch(team, bucket)))
                            .toList());
        }
        if (lane instanceof TicketListing.Lane.OfAssignee ofAssignee) {
            UUID assignee = ofAssignee.assignee().value();
            return new Stretches(
                    "assignee",
                    listing.buckets().stream()
                            .map(bucket -> new Stretch(assignee, bucket))
                            .toList());
        }
        if (lane instanceof TicketListing.Lane.OfRequester ofRequester) {
            return new Stretches(
                    "requester", List.of(new Stretch(ofRequester.requester().value(), null)));
        }
        if (lane instanceof TicketListing.Lane.OfOrganization ofOrganization) {
            return new Stretches(
                    "organization",
                    List.of(new Stretch(ofOrganization.organization().value(), null)));
        }
        return new Stretches(
                "bucket",
                listing.buckets().stream()
                        .map(bucket -> new Stretch(null, bucket))
                        .toList());
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
