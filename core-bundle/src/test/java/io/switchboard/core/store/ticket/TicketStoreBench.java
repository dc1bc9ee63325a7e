package io.switchboard.core.store.ticket;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlPersonStore;
import io.switchboard.core.store.people.TeamReferences;
import io.switchboard.core.store.thread.SqlThreadStore;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import io.switchboard.core.store.ticket.TicketListing.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store of tickets with people and teams, for tests. */
final class TicketStoreBench {
    final StoreTestbed store;
    final SqlThreadStore threads;
    final SqlTicketStore tickets;
    private final SqlPersonStore persons;

    TicketStoreBench(StoreTestbed store) {
        this(store, store.mappers());
    }

    TicketStoreBench(StoreTestbed store, MapperSource mappers) {
        this.store = store;
        this.threads = new SqlThreadStore(mappers);
        this.persons = new SqlPersonStore(mappers);
        this.tickets = new SqlTicketStore(mappers, persons, new TeamReferences(mappers), threads, new Lifecycle());
    }

    PersonReference person() {
        PersonId id = new PersonId(store.ids().next());
        write(() -> persons.insert(PersonRow.customer(
                id, "Person " + id, id + "@example.org", id + "@example.org", null, null, null, TicketSample.NOON)));
        return new PersonReference(id, "Person " + id, id + "@example.org", false);
    }

    TeamReference team() {
        TeamId id = new TeamId(store.ids().next());
        sql("insert into team (id, name, name_key, parent, tier, escalation, version, created_at, updated_at) values ('"
                + id + "', 'Team', 'team " + id
                + "', null, 2, false, 1, current_timestamp, current_timestamp)");
        return new TeamReference(id, "Team", 2);
    }

    OrganizationId organization() {
        return new OrganizationId(store.ids().next());
    }

    TicketSample sample() {
        return sample(person());
    }

    TicketSample sample(PersonReference requester) {
        return new TicketSample(store.ids().next(), store.ids().next(), requester);
    }

    TicketSample insert(TicketSample sample) {
        write(() -> tickets.insert(sample.stored()));
        return sample;
    }

    StoredTicket find(TicketId id) {
        return store.transactions().read(() -> tickets.find(id)).orElseThrow();
    }

    List<TicketSummary> list(TicketListing listing) {
        return store.transactions().read(() -> tickets.list(listing));
    }

    List<TicketId> ids(TicketListing listing) {
        return list(listing).stream().map(TicketSummary::id).toList();
    }

    /** Reads all pages. */
    List<TicketId> pages(Listing listing, int size) {
        List<TicketId> found = new ArrayList<>();
        Position after = null;
        while (true) {
            List<TicketSummary> page = list(listing.after(after).limit(size).get());
            page.forEach(ticket -> found.add(ticket.id()));
            if (page.size() < size) {
                return found;
            }
            after = position(listing.order, page.get(page.size() - 1));
        }
    }

    private static Position position(TicketOrder order, TicketSummary last) {
        int rank = 4 - last.classification().priority().ordinal();
        return switch (order) {
            case UPDATED, PRIORITY -> new Position(last.updatedAt(), rank, last.id());
            case CREATED -> new Position(last.createdAt(), rank, last.id());
            case DUE -> new Position(last.dueAt(), rank, last.id());
        };
    }

    void write(Runnable work) {
        store.transactions().write(() -> {
            work.run();
            return true;
        });
    }

    Listing listing(Lane lane) {
        return new Listing(lane);
    }

    private void sql(String statement) {
        try (Connection connection = store.database().openConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A listing to be made; unless told otherwise of everything, as seen by the desk itself. */
    static final class Listing {
        private final Lane lane;
        private VisibilityScope scope = AccessPolicy.scope(Caller.plugin("all", EnumSet.allOf(Right.class), "api"));
        private List<Bucket> buckets = List.of(Bucket.values());
        private Filter filter = Filter.NONE;
        private TicketOrder order = TicketOrder.UPDATED;
        private @Nullable Position after;
        private int limit = 100;

        private Listing(Lane lane) {
            this.lane = lane;
        }

        Listing scope(VisibilityScope value) {
            scope = value;
            return this;
        }

        Listing buckets(Bucket... values) {
            buckets = List.of(values);
            return this;
        }

        Listing filter(Filter value) {
            filter = value;
            return this;
        }

        Listing order(TicketOrder value) {
            order = value;
            return this;
        }

        Listing after(@Nullable Position value) {
            after = value;
            return this;
        }

        Listing limit(int value) {
            limit = value;
            return this;
        }

        TicketListing get() {
            return new TicketListing(scope, buckets, lane, filter, order, after, limit);
        }
    }
}
