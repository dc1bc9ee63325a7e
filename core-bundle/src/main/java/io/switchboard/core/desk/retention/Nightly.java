package io.switchboard.core.desk.retention;

import io.switchboard.core.store.Transactions;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has the rules of retention carried out each night at two o'clock UTC. A run that a stop or a crash broke off goes on at
 * the start; a night that was slept through is made up for.
 */
@Component(service = TimerKind.class)
public final class Nightly implements TimerKind {
    private static final String KIND = "retention";
    private static final String SUBJECT = "desk";
    private static final Duration HOUR = Duration.ofHours(2);

    private final RunRetention run;
    private final Timers timers;
    private final DeskClock clock;

    /** Sets the timer. */
    @Activate
    public Nightly(
            @Reference Transactions transactions,
            @Reference RetentionRuns runs,
            @Reference RunRetention run,
            @Reference Timers timers,
            @Reference DeskClock clock) {
        this.run = run;
        this.timers = timers;
        this.clock = clock;
        transactions.write(() -> {
            Instant now = clock.now();
            timers.set(
                    KIND,
                    SUBJECT,
                    runs.latest()
                            .map(latest -> latest.subject() == null ? nightAfter(latest.begunAt()) : now)
                            .orElseGet(() -> nightAfter(now)));
            return now;
        });
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        run.handle(clock.now());
        timers.set(KIND, SUBJECT, nightAfter(clock.now()));
    }

    /** Returns the first two o'clock after a time. */
    static Instant nightAfter(Instant time) {
        Instant tonight = time.truncatedTo(ChronoUnit.DAYS).plus(HOUR);
        return tonight.isAfter(time) ? tonight : tonight.plus(Duration.ofDays(1));
    }
}
