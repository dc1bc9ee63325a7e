package io.switchboard.core.operation;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.feed.ListReactions;
import io.switchboard.core.feed.ReactionSummary;
import io.switchboard.core.feed.Subscriptions;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.CallFigures;
import io.switchboard.core.sockets.PluginFigures;
import io.switchboard.core.sockets.WhiteboardRegistry;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.DatabaseFigures;
import io.switchboard.core.store.StatementCount;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketOrder;
import io.switchboard.core.store.timer.TimerRow;
import io.switchboard.core.store.timer.TimerStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a scrape tells of the desk: plugins, feed, timers, tickets, database. It is worked out when it is asked for, and
 * then given for some seconds, so that many scrapes cost no more than few. Labels hold ids of plugins, sockets and
 * subscriptions, and nothing of tickets or people.
 */
@Component(service = DeskFigures.class)
public final class DeskFigures implements MultiCollector {
    private static final Logger LOG = LoggerFactory.getLogger(DeskFigures.class);
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int MOST_TIMERS = 500;
    private static final int MOST_TICKETS = 10_000;
    private static final Caller SCRAPE = Caller.system("metrics");

    private final PluginFigures plugins;
    private final ListReactions reactions;
    private final Transactions transactions;
    private final TimerStore timers;
    private final ListTickets tickets;
    private final Database database;
    private final StatementCount statements;
    private final DeskClock clock;
    private @Nullable MetricSnapshots last;
    private long lastAt;

    /** Makes it. */
    @Activate
    public DeskFigures(
            @Reference PluginFigures plugins,
            @Reference ListReactions reactions,
            @Reference Transactions transactions,
            @Reference TimerStore timers,
            @Reference ListTickets tickets,
            @Reference Database database,
            @Reference StatementCount statements,
            @Reference DeskClock clock) {
        this.plugins = plugins;
        this.reactions = reactions;
        this.transactions = transactions;
        this.timers = timers;
        this.tickets = tickets;
        this.database = database;
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public synchronized MetricSnapshots collect() {
        MetricSnapshots known = last;
        if (known != null && System.nanoTime() - lastAt < FRESH.toNanos()) {
            return known;
        }
        Families families = new Families();
        plugins.figures().forEach(figures -> plugin(families, figures));
        database(families);
        boolean answers = stored(families);
        families.gauge("switchboard_store_up", "1 if the store answered, 0 if not", answers ? 1 : 0);
        MetricSnapshots fresh = families.all();
        last = fresh;
        lastAt = System.nanoTime();
        return fresh;
    }

    private static void plugin(Families families, CallFigures figures) {
        String[] labels = {"plugin", figures.plugin(), "socket", figures.socket()};
        families.counter("switchboard_plugin_calls", "Calls to plugins that were wanted", figures.calls(), labels);
        failures(families, figures);
        latency(families, figures, "0.5", figures.median());
        latency(families, figures, "0.99", figures.p99());
        latency(families, figures, "1", figures.longest());
        families.gauge(
                "switchboard_plugin_breaker_open",
                "0 if calls to the plugin pass, 1 if they do not or one is tried",
                figures.breaker().equals("closed") ? 0 : 1,
                labels);
        families.gauge("switchboard_plugin_calls_running", "Calls that run now", figures.running(), labels);
        families.gauge(
                "switchboard_plugin_calls_hanging",
                "Calls that were cut and have not come back",
                figures.hanging(),
                labels);
    }

    private static void failures(Families families, CallFigures figures) {
        for (Answer.Kind kind : Answer.Kind.values()) {
            families.counter(
                    "switchboard_plugin_failures",
                    "Calls to plugins that failed",
                    figures.failures().getOrDefault(kind, 0L),
                    "plugin",
                    figures.plugin(),
                    "socket",
                    figures.socket(),
                    "kind",
                    kind.id());
        }
    }

    private static void latency(Families families, CallFigures figures, String quantile, Duration duration) {
        families.gauge(
                "switchboard_plugin_call_seconds",
                "How long calls took since the plugin came, by quantile",
                seconds(duration),
                "plugin",
                figures.plugin(),
                "socket",
                figures.socket(),
                "quantile",
                quantile);
    }

    private void database(Families families) {
        families.counter("switchboard_store_commits", "Changes that were committed", statements.commits());
        families.counter("switchboard_store_statements", "Statements sent to the database", statements.total());
        DatabaseFigures figures = database.figures();
        String help = "Connections of the pool by state";
        families.gauge("switchboard_store_connections", help, figures.active(), "state", "active");
        families.gauge("switchboard_store_connections", help, figures.idle(), "state", "idle");
        families.gauge("switchboard_store_waiting", "Threads that wait for a connection", figures.waiting());
        families.counter("switchboard_store_syncs", "Syncs of the embedded database's log", figures.syncs());
        families.counter("switchboard_store_sync_seconds", "How long these took together", seconds(figures.syncing()));
    }

    /** Adds what stands in the store; false if that does not answer. */
    private boolean stored(Families families) {
        try {
            reactions.handle(SCRAPE).forEach(reaction -> reaction(families, reaction));
            Instant now = clock.now();
            List<TimerRow> due = transactions.read(() -> timers.due(now, MOST_TIMERS));
            families.gauge("switchboard_timers_due", "Timers that are due, counted up to 500", due.size());
            families.gauge(
                    "switchboard_timers_late_seconds",
                    "How long the first of them has been due",
                    due.isEmpty() ? 0 : seconds(Duration.between(due.get(0).dueAt(), now)));
            families.gauge("switchboard_tickets_open", "Open tickets, counted up to 10,000", openTickets());
            return true;
        } catch (SwitchboardException unreachable) {
            LOG.warn("The store does not answer a scrape", unreachable);
            return false;
        }
    }

    private int openTickets() {
        return tickets.count(
                SCRAPE,
                new ListTickets.Query(ListTickets.View.OPEN, Filter.NONE, TicketOrder.UPDATED, null, MOST_TICKETS));
    }

    private void reaction(Families families, ReactionSummary reaction) {
        double age = reaction.oldest() == null ? 0 : seconds(Duration.between(reaction.oldest(), Instant.now()));
        String[] labels = {"subscription", reaction.id(), "plugin", reaction.plugin()};
        families.gauge("switchboard_feed_backlog", "Events that wait, counted up to 1,000", reaction.backlog(), labels);
        families.gauge("switchboard_feed_oldest_seconds", "How long the oldest has waited", age, labels);
        families.gauge(
                "switchboard_feed_parked", "Events that are parked, counted up to 1,000", reaction.parked(), labels);
        if (reaction.plugin().equals(WhiteboardRegistry.CORE) && reaction.name().equals(Subscriptions.TRIAGE)) {
            families.gauge("switchboard_triage_lag_seconds", "How long the oldest new ticket waits for triage", age);
        }
    }

    private static double seconds(Duration duration) {
        return Math.max(0, duration.toNanos()) / 1e9;
    }
}
