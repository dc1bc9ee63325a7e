package io.switchboard.core.store.ticket;

import static io.switchboard.core.store.ticket.TicketSample.NOON;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.store.StoreTestbed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A desk full of tickets that differ in all that lists look at, with many equal times. */
final class TicketWorld {
    final TicketStoreBench bench;
    final Random random = new Random(42);
    final List<PersonReference> people = new ArrayList<>();
    final List<TeamReference> teams = new ArrayList<>();
    final List<OrganizationId> organizations = new ArrayList<>();
    final List<TicketSample> samples = new ArrayList<>();

    TicketWorld(StoreTestbed store, int size) {
        bench = new TicketStoreBench(store);
        for (int index = 0; index < 3; index++) {
            people.add(bench.person());
            teams.add(bench.team());
            organizations.add(bench.organization());
        }
        add(size, sample -> {});
    }

    /** Adds tickets, each varied and then changed. */
    void add(int size, Consumer<TicketSample> change) {
        bench.write(() -> {
            for (int index = 0; index < size; index++) {
                TicketSample sample = vary(bench.sample(any(people)));
                change.accept(sample);
                samples.add(bench.insert(sample));
            }
        });
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
        Comparator<TicketSample> updated =
                Comparator.comparing((TicketSample sample) -> sample.updatedAt).reversed();
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
                Comparator.comparing((TicketSample sample) -> sample.dueAt == null ? TicketColumns.NEVER : sample.dueAt)
                        .thenComparing(sample -> sample.id);
        };
    }
}
