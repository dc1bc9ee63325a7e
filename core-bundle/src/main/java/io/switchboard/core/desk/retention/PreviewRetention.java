package io.switchboard.core.desk.retention;

import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.retention.OldThings.Looked;
import io.switchboard.core.desk.retention.RetentionRules.Rules;
import io.switchboard.core.store.retention.OldTicket;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what rules would take if they ran now, whether they are those of the desk or not. */
@Component(service = PreviewRetention.class)
public final class PreviewRetention {
    /** Counting ends here. */
    public static final int MOST = 10_000;

    private static final int PAGE = 500;
    private static final int FIRST = 10;

    private final OldThings old;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public PreviewRetention(@Reference OldThings old, @Reference DeskClock clock) {
        this.old = old;
        this.clock = clock;
    }

    /**
     * What a rule would take.
     *
     * @param count how many, at most {@link #MOST}
     * @param more whether there are more
     * @param first the first: numbers of tickets, ids of customers, none of what has no name
     */
    public record Expected(Subject subject, int count, boolean more, List<String> first) {}

    /** Counts what rules would take; what they keep is left out. */
    public List<Expected> handle(Caller caller, Rules rules) {
        RetentionRules.demandRights(caller);
        Instant now = clock.now();
        List<Expected> expected = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            Integer days = rules.days(subject);
            if (days != null) {
                expected.add(expected(subject, rules, now.minus(Duration.ofDays(days))));
            }
        }
        return expected;
    }

    private Expected expected(Subject subject, Rules rules, Instant before) {
        return switch (subject) {
            case TICKETS, SPAM, TRASH -> tickets(subject, rules, before);
            case CUSTOMERS -> customers(before);
            case DELIVERIES, AUDIT -> {
                int count = old.count(subject, before, MOST + 1);
                yield new Expected(subject, Math.min(count, MOST), count > MOST, List.of());
            }
        };
    }

    private Expected tickets(Subject subject, Rules rules, Instant before) {
        List<OldTicket> found = new ArrayList<>();
        List<OldTicket> page;
        do {
            OldTicket last = found.isEmpty() ? null : found.get(found.size() - 1);
            page = old.tickets(subject, rules.action(), before, last, PAGE);
            found.addAll(page);
        } while (page.size() == PAGE && found.size() <= MOST);
        return new Expected(
                subject, Math.min(found.size(), MOST), found.size() > MOST, first(found.stream(), OldTicket::number));
    }

    private Expected customers(Instant before) {
        List<String> found = new ArrayList<>();
        Looked looked = old.customers(before, null);
        looked.unused().forEach(person -> found.add(person.toString()));
        while (looked.last() != null && found.size() <= MOST) {
            looked = old.customers(before, looked.last());
            looked.unused().forEach(person -> found.add(person.toString()));
        }
        return new Expected(
                Subject.CUSTOMERS,
                Math.min(found.size(), MOST),
                found.size() > MOST,
                first(found.stream(), person -> person));
    }

    private static <T> List<String> first(Stream<T> found, Function<T, String> name) {
        return found.limit(FIRST).map(name).toList();
    }
}
