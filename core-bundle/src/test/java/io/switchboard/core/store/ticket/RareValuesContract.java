package io.switchboard.core.store.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A filter gives the same list, whether it is read along the queue or along the index of what few tickets have. */
interface RareValuesContract {
    StoreTestbed store();

    @Test
    default void whatFewOrManyTicketsHaveIsListedPageByPageInEveryOrder() {
        for (int size : List.of(RareValues.FEW / 4, RareValues.FEW * 2 + 200)) {
            TicketWorld world = new TicketWorld(store(), 0);
            String value = "value-" + size;
            world.add(size, sample -> {
                boolean has = world.random.nextBoolean() || size < RareValues.FEW;
                sample.category = has ? value : "other";
                sample.nextUpdateDueAt = has ? TicketSample.NOON.minusSeconds(size) : null;
                sample.tags = has ? Set.of(value, "more") : Set.of("more");
            });
            for (TicketOrder order : TicketOrder.values()) {
                expectOf(world, order, categorised(value), sample -> value.equals(sample.category));
                expectOf(world, order, tagged(value), sample -> sample.tags.contains(value));
                expectOf(
                        world,
                        order,
                        tagged(value).before(null, TicketSample.NOON),
                        sample -> sample.nextUpdateDueAt != null);
                expectOf(
                        world,
                        order,
                        new Filter(Status.CLOSED, null, null, value, null, null, null, null, null, null, null),
                        sample -> value.equals(sample.category) && sample.status == Status.CLOSED);
            }
        }
    }

    private static void expectOf(TicketWorld world, TicketOrder order, Filter filter, Predicate<TicketSample> belongs) {
        expectOf(world, order, new Lane.Everything(), filter, belongs);
        TeamReference team = world.teams.get(0);
        expectOf(
                world,
                order,
                new Lane.OfTeams(List.of(team.id())),
                filter,
                belongs.and(sample -> team.equals(sample.team)));
    }

    private static void expectOf(
            TicketWorld world, TicketOrder order, Lane lane, Filter filter, Predicate<TicketSample> belongs) {
        List<TicketSample> chosen = world.samples.stream().filter(belongs).toList();
        assertThat(chosen).isNotEmpty();
        assertThat(world.bench.pages(world.bench.listing(lane).filter(filter).order(order), 400))
                .as("%s of %s by %s", filter, lane, order)
                .isEqualTo(world.inOrder(order, chosen));
        world.bench.write(() -> assertThat(world.bench.tickets.count(
                        world.bench.listing(lane).filter(filter).limit(3000).get()))
                .isEqualTo(chosen.size()));
    }

    private static Filter categorised(String category) {
        return new Filter(null, null, null, category, null, null, null, null, null, null, null);
    }

    private static Filter tagged(String tag) {
        return new Filter(null, null, null, null, null, null, null, null, tag, null, null);
    }
}
