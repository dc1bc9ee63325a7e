package io.switchboard.core.desk.escalation;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.escalation.ChangedTicket;
import io.switchboard.core.store.escalation.EscalationStore;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import io.switchboard.core.store.ticket.Bucket;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the rules of escalation asked about each open ticket that changed, every minute on one node, and about all that are
 * open when a rule has come. A desk without such rules does not look.
 *
 * <p>It looks for what changed along an index instead of being told by the feed: a row of the feed for each event would cost
 * every desk, and a rule that comes must see the tickets that were there before it.
 */
@Component(service = TimerKind.class, immediate = true)
public final class LookForEscalations implements TimerKind {
    private static final Logger LOG = LoggerFactory.getLogger(LookForEscalations.class);
    private static final String KIND = "look-for-escalations";
    private static final String SUBJECT = "open";
    /** Holds until when the tickets were looked at. */
    private static final String SEEN = "escalation.seen";

    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** A change may be committed a while after the time that it carries. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final List<Bucket> OPEN = List.of(Bucket.UNASSIGNED, Bucket.ACTIVE, Bucket.WAITING);
    private static final int PAGE = 100;

    private final Transactions transactions;
    private final EscalationStore store;
    private final AskEscalationRules ask;
    private final SettingStore settings;
    private final Timers timers;
    private final DeskClock clock;
    private final AutoCloseable rules;

    /** Begins to watch for rules. */
    @Activate
    public LookForEscalations(
            @Reference Transactions transactions,
            @Reference EscalationStore store,
            @Reference AskEscalationRules ask,
            @Reference SettingStore settings,
            @Reference Timers timers,
            @Reference DeskClock clock,
            @Reference SocketRegistry registry) {
        this(transactions, store, ask, settings, timers, clock, registry, LookForEscalations::inBackground);
    }

    LookForEscalations(
            Transactions transactions,
            EscalationStore store,
            AskEscalationRules ask,
            SettingStore settings,
            Timers timers,
            DeskClock clock,
            SocketRegistry registry,
            Executor background) {
        this.transactions = transactions;
        this.store = store;
        this.ask = ask;
        this.settings = settings;
        this.timers = timers;
        this.clock = clock;
        rules = registry.watch(EscalationRule.class, () -> background.execute(this::beginAnew));
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "escalation rules");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void deactivate() throws Exception {
        rules.close();
    }

    private void beginAnew() {
        if (!ask.hasRules()) {
            return;
        }
        try {
            transactions.write(() -> {
                timers.set(KIND, SUBJECT, clock.now());
                return settings.put(SEEN, content(Instant.EPOCH));
            });
        } catch (RuntimeException failure) {
            LOG.error("The rules of escalation are not asked about all open tickets", failure);
        }
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        if (!ask.hasRules()) {
            return;
        }
        Instant begin = clock.now();
        Optional<Setting> seen = settings.find(SEEN);
        Instant since = seen.map(LookForEscalations::time).orElse(Instant.EPOCH);
        OPEN.forEach(bucket -> look(bucket, since));
        timers.set(KIND, SUBJECT, keep(begin, seen) ? begin.plus(PAUSE) : begin);
    }

    private void look(Bucket bucket, Instant since) {
        ChangedTicket last = null;
        List<ChangedTicket> page;
        do {
            ChangedTicket after = last;
            page = transactions.read(() -> store.changed(bucket, since, after, PAGE));
            ask.about(page.stream().map(ChangedTicket::id).toList());
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    /** False if a rule came meanwhile, so that all is looked at again. */
    private boolean keep(Instant begin, Optional<Setting> seen) {
        try {
            settings.replace(
                    SEEN,
                    content(begin.minus(OVERLAP)),
                    seen.map(Setting::version).orElse(0L));
            return true;
        } catch (SwitchboardException raced) {
            if (raced.code() != ErrorCode.STALE_VERSION) {
                throw raced;
            }
            return false;
        }
    }

    private static String content(Instant time) {
        return "\"" + time + "\"";
    }

    private static Instant time(Setting seen) {
        return Instant.parse(seen.content().replace("\"", ""));
    }
}
