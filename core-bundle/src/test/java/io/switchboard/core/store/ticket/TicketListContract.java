package io.switchboard.core.store.ticket;

import static io.switchboard.core.store.ticket.TicketSample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What lists of tickets hold, in which order, and for whom. */
interface TicketListContract {
    StoreTestbed store();

    /** A desk full of tickets that differ in all that lists look at, with many equal times. */
    final class World {
        final TicketStoreBench bench;
        final Random random = new Random(42);
        final List<PersonReference> people = new ArrayList<>();
        final List<TeamReference> teams = new ArrayList<>();
        final List<OrganizationId> organizations = new ArrayList<>();
        final List<TicketSample> samples = new ArrayList<>();

        World(StoreTestbed store, int size) {
            bench = new TicketStoreBench(store);
            for (int index = 0; index < 3; index++) {
                people.add(bench.person());
                teams.add(bench.team());
                organizations.add(bench.organization());
            }
            for (int index = 0; index < size; index++) {
                samples.add(bench.insert(vary(bench.sample(any(people)))));
            }
        }

        private TicketSample vary(TicketSample sample) {
            sample.submitter = any(people);
            sample.assignee = random.nextInt(3) == 0 ? null : any(people);
            sample.team = random.nextInt(3) == 0 ? null : any(teams);
            sample.organization = random.nextBoolean() ? null : any(organizations);
            sample.status = any(List.of(Status.NEW, Status.IN_PROGRESS, Status.WAITING_FOR_CUSTOMER, Status.CLOSED));
            sample.disposition = random.nextInt(4) > 0 ? Disposition.NONE : any(List.of(Disposition.values()));
            sample.triage = random.nextInt(4) == 0 ? TriageState.PENDING : TriageState.DONE;
            sample.confidential = random.nextInt(3) == 0;
            sample.priority = any(List.of(Priority.values()));
            sample.createdAt = NOON.plusSeconds(random.nextInt(5));
            sample.updatedAt = NOON.plusSeconds(random.nextInt(5));
            sample.dueAt = random.nextBoolean() ? null : NOON.plusSeconds(random.nextInt(5));
            return sample;
        }

        <T> T any(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        List<TicketId> inOrder(TicketOrder order, List<TicketSample> chosen) {
            return chosen.stream()
                    .sorted(comparator(order))
                    .map(sample -> sample.id)
                    .toList();
        }

        private static Comparator<TicketSample> comparator(TicketOrder order) {
            Comparator<TicketSample> newest =
                    Comparator.comparing((TicketSample sample) -> sample.id).reversed();
            Comparator<TicketSample> updated = Comparator.comparing((TicketSample sample) -> sample.updatedAt)
                    .reversed();
            return switch (order) {
                case UPDATED -> updated.thenComparing(newest);
                case CREATED ->
                    Comparator.comparing((TicketSample sample) -> sample.createdAt)
                            .reversed()
                            .thenComparing(newest);
                case PRIORITY ->
                    Comparator.comparing((TicketSample sample) -> sample.priority)
                            .thenComparing(updated)
                            .thenComparing(newest);
                case DUE ->
                    Comparator.comparing(
                                    (TicketSample sample) -> sample.dueAt == null ? TicketColumns.NEVER : sample.dueAt)
                            .thenComparing(sample -> sample.id);
            };
        }
    }

    @Test
    default void everyLaneIsReadInEveryOrderPageByPage() {
        World world = new World(store(), 60);
        PersonReference person = world.people.get(0);
        TeamReference one = world.teams.get(0);
        TeamReference two = world.teams.get(1);
        OrganizationId organization = world.organizations.get(0);
        for (TicketOrder order : TicketOrder.values()) {
            expect(world, order, new Lane.OfRequester(person.id()), sample -> sample.requester.equals(person));
            expect(world, order, new Lane.OfAssignee(person.id()), sample -> person.equals(sample.assignee));
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

    private static void expect(World world, TicketOrder order, Lane lane, Predicate<TicketSample> belongs) {
        List<TicketSample> chosen = world.samples.stream().filter(belongs).toList();
        assertThat(chosen).isNotEmpty();
        assertThat(world.bench.pages(world.bench.listing(lane).order(order), 4))
                .as("%s by %s", lane, order)
                .isEqualTo(world.inOrder(order, chosen));
    }

    @Test
    default void everythingIsReadInEveryOrderPageByPage() {
        World world = new World(store(), 40);
        Set<TicketId> ours = new HashSet<>(world.inOrder(TicketOrder.UPDATED, world.samples));
        for (TicketOrder order : TicketOrder.values()) {
            List<TicketId> found =
                    world.bench.pages(world.bench.listing(new Lane.Everything()).order(order), 7).stream()
                            .filter(ours::contains)
                            .toList();
            assertThat(found).as("everything by %s", order).isEqualTo(world.inOrder(order, world.samples));
        }
    }

    /** Lists show exactly what the policy lets the caller see, for any caller and ticket. */
    @Test
    default void aListHoldsWhatThePolicyShowsAndNothingElse() {
        World world = new World(store(), 50);
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

    private static Caller caller(World world) {
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
        World world = new World(store(), 30);
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
        World world = new World(store(), 40);
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
        return new Filter(status, priority, null, null, null, null, null, null, null, null);
    }
}
