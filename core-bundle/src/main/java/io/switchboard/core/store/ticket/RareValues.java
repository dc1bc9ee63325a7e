package io.switchboard.core.store.ticket;

import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import io.switchboard.core.store.ticket.TicketMapper.Stretch;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values of a filter that few tickets have. Along its queue a list would pass nearly every ticket in search of them; they are
 * read from the index of the value instead, and sorted. What many have, a list meets soon enough on its way.
 */
final class RareValues {
    /** Up to how many are few. */
    static final int FEW = 1000;

    private final TicketMapper mapper;

    RareValues(TicketMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the stretch that holds the whole list and is short, if there is one. */
    Optional<Stretches> of(TicketListing listing) {
        return wide(listing.lane())
                ? indexes(listing.filter())
                        .filter(index -> mapper.having(index, listing.filter(), FEW + 1) <= FEW)
                        .findFirst()
                        .map(index -> Stretches.of(new Stretch(index, null, null)))
                : Optional.empty();
    }

    private static boolean wide(Lane lane) {
        return lane instanceof Lane.Everything || lane instanceof Lane.OfTeams || lane instanceof Lane.AnyOf;
    }

    private static Stream<String> indexes(Filter filter) {
        Stream.Builder<String> indexes = Stream.builder();
        if (filter.updateDueBefore() != null) {
            indexes.add("next_update");
        }
        if (filter.tag() != null) {
            indexes.add("tag");
        }
        if (filter.status() != null) {
            indexes.add("status");
        }
        if (filter.category() != null) {
            indexes.add("category");
        }
        return indexes.build();
    }
}
