package io.switchboard.core.store.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.SteppingClock;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.ListTickets.Query;
import io.switchboard.core.desk.record.ListTickets.View;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What lists of tickets hold, in which order, and for whom. */
interface TicketListContract {
    StoreTestbed store();

    @Test
    default void everyLaneIsReadInEveryOrderPageByPage() {
        TicketWorld world = new TicketWorld(store(), 60);
        PersonReference person = world.people.get(0);
        TeamReference one = world.teams.get(0);
        TeamReference two = world.teams.get(1);
        OrganizationId organization = world.organizations.get(0);
        for (TicketOrder order : TicketOrder.values()) {
            expect(world, order, new Lane.OfRequester(person.id()), sample -> sample.requester.equals(person));
            expect(world, order, new Lane.OfAssignee(person.id()), sample -> person.equals(sample.assignee));
            expect(world, order, new Lane.OfSubmitter(person.id()), sample -> sample.submitter.equals(person));
            expect(
                    world,
                    order,
                    new Lane.AnyOf(List.of(
                            new Lane.OfRequester(person.id()),
                            new Lane.OfSubmitter(person.id()),
                            new Lane.OfTeams(List.of(one.id())))),
                    sample -> sample.requester.equals(person)
                            || sample.submitter.equals(person)
                            || one.equals(sample.team));
            expect(
                    world,
                    order,
                    new Lane.OfTeams(List.of(one.id(), two.id())),
                    sample -> one.equals(sample.team) || two.equals(sample.team));
            expect(
                    world,
                    order,
                    new Lane.OfOrganization(organization),
                    sample -> organization.equals(sample.organization));
        }
    }

    private static void expect(TicketWorld world, TicketOrder order, Lane lane, Predicate<TicketSample> belongs) {
        List<TicketSample> chosen = world.samples.stream().filter(belongs).toList();
        assertThat(chosen).isNotEmpty();
        assertThat(world.bench.pages(world.bench.listing(lane).order(order), 4))
                .as("%s by %s", lane, order)
                .isEqualTo(world.inOrder(order, chosen));
    }

    @Test
    default void everythingIsReadInEveryOrderPageByPage() {
        TicketWorld world = new TicketWorld(store(), 40);
        Set<TicketId> ours = new HashSet<>(world.inOrder(TicketOrder.UPDATED, world.samples));
        for (TicketOrder order : TicketOrder.values()) {
            List<TicketId> found =
                    world.bench.pages(world.bench.listing(new Lane.Everything()).order(order), 7).stream()
                            .filter(ours::contains)
                            .toList();
            assertThat(found).as("everything by %s", order).isEqualTo(world.inOrder(order, world.samples));
        }
    }

    @Test
    default void theTicketsInWhichSomebodyTakesPartAreReadInEveryOrderPageByPage() {
        TicketWorld world = new TicketWorld(store(), 40);
        PersonReference watcher = world.bench.person();
        List<TicketSample> watched = world.samples.stream()
                .filter(sample -> world.random.nextBoolean())
                .toList();
        watched.forEach(sample ->
                world.bench.write(() -> world.bench.tickets.addParticipant(sample.id, watcher.id(), "watcher")));
        for (TicketOrder order : TicketOrder.values()) {
            expect(world, order, new Lane.OfParticipant(watcher.id()), watched::contains);
        }
    }

    /** Whatever list a caller asks for is put together so that all that the policy shows is in it. */
    @Test
    default void theListOfAllHoldsWhatThePolicyShowsAndNothingElse() {
        TicketWorld world = new TicketWorld(store(), 60);
        for (TicketSample sample : world.samples) {
            if (world.random.nextInt(3) == 0) {
                PersonReference cc = world.any(world.people);
                world.bench.write(() -> world.bench.tickets.addParticipant(sample.id, cc.id(), "cc"));
            }
        }
        ListTickets list = new ListTickets(store().transactions(), world.bench.tickets, new SteppingClock());
        for (int round = 0; round < 40; round++) {
            Caller caller = caller(world);
            List<TicketId> visible = new ArrayList<>();
            for (TicketSample sample : world.samples) {
                StoredTicket stored = world.bench.find(sample.id);
                if (AccessPolicy.sees(caller, stored.ticket(), stored.participants())) {
                    visible.add(sample.id);
                }
            }
            Set<TicketId> ours = new HashSet<>(world.inOrder(TicketOrder.UPDATED, world.samples));
            List<TicketId> listed = Stream.of(View.ALL, View.DISCARDED)
                    .flatMap(view ->
                            list.handle(caller, new Query(view, Filter.NONE, TicketOrder.UPDATED, null, 1000)).stream())
                    .map(TicketSummary::id)
                    .filter(ours::contains)
                    .toList();
            assertThat(listed).as("%s", caller).containsExactlyInAnyOrderElementsOf(visible);
        }
    }

    /** Lists show exactly what the policy lets the caller see, for any caller and ticket. */
    @Test
    default void aListHoldsWhatThePolicyShowsAndNothingElse() {
        TicketWorld world = new TicketWorld(store(), 50);
        for (TicketSample sample : world.samples) {
            if (world.random.nextInt(3) == 0) {
                PersonReference cc = world.any(world.people);
                world.bench.write(() -> world.bench.tickets.addParticipant(sample.id, cc.id(), "cc"));
            }
        }
        for (int round = 0; round < 40; round++) {
            Caller caller = caller(world);
            List<TicketId> visible = new ArrayList<>();
            for (TicketSample sample : world.samples) {
                StoredTicket stored = world.bench.find(sample.id);
                Ticket ticket = stored.ticket();
                if (AccessPolicy.sees(caller, ticket, stored.participants())) {
                    visible.add(sample.id);
                }
            }
            Set<TicketId> ours = new HashSet<>(world.inOrder(TicketOrder.UPDATED, world.samples));
            List<TicketId> listed = world
                    .bench
                    .ids(world.bench
                            .listing(new Lane.Everything())
                            .scope(AccessPolicy.scope(caller))
                            .limit(1000)
                            .get())
                    .stream()
                    .filter(ours::contains)
                    .toList();
            assertThat(listed).as("%s", caller).containsExactlyInAnyOrderElementsOf(visible);
        }
    }

    private static Caller caller(TicketWorld world) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : List.of(
                Right.TICKET_READ,
                Right.TICKET_READ_ALL,
                Right.TICKET_CONFIDENTIAL,
                Right.TICKET_TRIAGE,
                Right.TICKET_NOTE)) {
            if (world.random.nextInt(3) == 0) {
                rights.add(right);
            }
        }
        Caller caller = Caller.person(world.any(world.people).id(), rights, "api");
        if (world.random.nextBoolean()) {
            caller = caller.sharing(world.any(world.organizations));
        }
        if (world.random.nextBoolean()) {
            caller = caller.withTeams(
                    Set.of(world.teams.get(0).id()),
                    Set.of(world.teams.get(0).id(), world.teams.get(1).id()));
        }
        return caller;
    }

    @Test
    default void countsStopAtTheirLimit() {
        TicketWorld world = new TicketWorld(store(), 30);
        long mine = world.samples.stream()
                .filter(sample -> sample.requester.equals(world.people.get(0)))
                .count();
        Lane lane = new Lane.OfRequester(world.people.get(0).id());
        world.bench.write(() -> {
            assertThat(world.bench.tickets.count(world.bench.listing(lane).get()))
                    .isEqualTo((int) mine);
            assertThat(world.bench.tickets.count(
                            world.bench.listing(lane).limit(2).get()))
                    .isEqualTo(2);
        });
    }

    @Test
    default void filtersNarrowAList() {
        TicketWorld world = new TicketWorld(store(), 40);
        PersonReference person = world.people.get(0);
        Filter filter = filter(Status.CLOSED, Priority.P1);
        assertThat(world.bench.ids(world.bench
                        .listing(new Lane.OfRequester(person.id()))
                        .filter(filter)
                        .get()))
                .containsExactlyInAnyOrderElementsOf(world.samples.stream()
                        .filter(sample -> sample.requester.equals(person))
                        .filter(sample -> sample.status == Status.CLOSED && sample.priority == Priority.P1)
                        .map(sample -> sample.id)
                        .toList());
    }

    @Test
    default void closedTicketsAreListedByTheirReason() {
        TicketStoreBench bench = new TicketStoreBench(store());
        TicketSample duplicate = bench.sample();
        duplicate.resolution =
                new Resolution(ResolutionKind.OTHER, "see the other", null, null, null, ClosureReason.DUPLICATE);
        bench.insert(duplicate);
        TicketSample other = bench.sample(duplicate.requester);
        bench.insert(other);
        Filter filter = new Filter(null, null, null, null, null, null, null, null, null, ClosureReason.DUPLICATE, null);
        assertThat(bench.ids(bench.listing(new Lane.OfRequester(duplicate.requester.id()))
                        .filter(filter)
                        .get()))
                .containsExactly(duplicate.id);
    }

    @Test
    default void aQueueIsReadByItsParts() {
        TicketStoreBench bench = new TicketStoreBench(store());
        TeamReference team = bench.team();
        TicketSample unassigned = bench.sample();
        unassigned.team = team;
        bench.insert(unassigned);
        TicketSample done = bench.sample();
        done.team = team;
        done.status = Status.CLOSED;
        bench.insert(done);
        Lane lane = new Lane.OfTeams(List.of(team.id()));
        assertThat(bench.ids(bench.listing(lane)
                        .buckets(Bucket.UNASSIGNED, Bucket.WAITING)
                        .get()))
                .containsExactly(unassigned.id);
        assertThat(bench.ids(bench.listing(lane).buckets(Bucket.DONE).get())).containsExactly(done.id);
    }

    private static Filter filter(@Nullable Status status, @Nullable Priority priority) {
        return new Filter(status, priority, null, null, null, null, null, null, null, null, null);
    }
}
