package io.switchboard.core.feed;

import io.switchboard.api.reaction.Reaction;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.sockets.WhiteboardRegistry;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.feed.FeedStore;
import io.switchboard.core.store.feed.SubscriptionRow;
import io.switchboard.core.store.feed.SubscriptionRow.State;
import io.switchboard.core.store.lease.NodeIdentity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every reaction that is there told of its events: opens a lane for each, keeps their leases, and wakes them after
 * commits of this node and every second for those of others. When it stops, deliveries under way come to their end.
 */
@Component(service = FeedDispatcher.class, immediate = true)
public final class FeedDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(FeedDispatcher.class);
    private static final int MAXIMUM_STOP_SECONDS = 10;

    private final BooleanSupplier started;
    private final Transactions transactions;
    private final FeedStore store;
    private final EventLog log;
    private final Subscriptions subscriptions;
    private final PluginCalls calls;
    private final SocketRegistry registry;
    private final FeedSignal signal;
    private final LaneLeases leases;
    private final NodeIdentity node;
    private final Map<Integer, Served> lanes = new ConcurrentHashMap<>();
    private final Map<Integer, Lane> leaving = new ConcurrentHashMap<>();
    private final Set<SocketService<Reaction>> refused = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> thread(work, "feed"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> thread(work, "feed timer"));
    private final Consumer<Set<Integer>> listener = this::wake;
    private final AutoCloseable watch;
    private volatile @Nullable ConfidentialGrants grants;
    private long ticks;

    private record Served(SocketService<Reaction> reaction, Lane lane) {}

    /** Begins to deliver once all bundles and plugins had their chance to start. */
    @Activate
    public FeedDispatcher(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference FeedStore store,
            @Reference EventLog log,
            @Reference Subscriptions subscriptions,
            @Reference PluginCalls calls,
            @Reference SocketRegistry registry,
            @Reference FeedSignal signal,
            @Reference LaneLeases leases,
            @Reference NodeIdentity node) {
        this(
                new EverybodyStarted(context),
                transactions,
                store,
                log,
                subscriptions,
                calls,
                registry,
                signal,
                leases,
                node);
    }

    FeedDispatcher(
            BooleanSupplier started,
            Transactions transactions,
            FeedStore store,
            EventLog log,
            Subscriptions subscriptions,
            PluginCalls calls,
            SocketRegistry registry,
            FeedSignal signal,
            LaneLeases leases,
            NodeIdentity node) {
        this.started = started;
        this.transactions = transactions;
        this.store = store;
        this.log = log;
        this.subscriptions = subscriptions;
        this.calls = calls;
        this.registry = registry;
        this.signal = signal;
        this.leases = leases;
        this.node = node;
        signal.listen(listener);
        watch = registry.watch(Reaction.class, () -> inBackground(this::openLanes));
        timer.scheduleWithFixedDelay(() -> guarded(this::tick), 1, 1, TimeUnit.SECONDS);
    }

    /** Takes who knows what administrators granted. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindGrants(ConfidentialGrants known) {
        grants = known;
        inBackground(this::openLanes);
    }

    /** Forgets it. */
    void unbindGrants(ConfidentialGrants known) {
        if (grants == known) {
            grants = null;
        }
    }

    @Deactivate
    void deactivate() throws Exception {
        watch.close();
        signal.remove(listener);
        timer.shutdownNow();
        lanes.values().forEach(served -> served.lane().stop());
        threads.shutdown();
        if (!threads.awaitTermination(MAXIMUM_STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Some reactions did not come to an end; their events will be told again");
            threads.shutdownNow();
        }
        guarded(() -> leases.release(allLanes()));
    }

    /** Returns the numbers of the subscriptions whose reaction is there on this node. */
    public Set<Integer> served() {
        return Set.copyOf(lanes.keySet());
    }

    /** Tries failed rows again at once. */
    public void retryNow(int subscription) {
        transactions.write(() -> store.wake(subscription, Instant.parse("9999-12-31T00:00:00Z")));
        wake(Set.of(subscription));
    }

    /** Has a subscription look for rows. */
    public void wake(Set<Integer> numbers) {
        lanes.forEach((number, served) -> {
            if (numbers.contains(number)) {
                served.lane().wake();
            }
        });
    }

    private boolean holds(Integer number) {
        Served served = lanes.get(number);
        return served != null && served.lane().mayGoOn();
    }

    private List<Lane> allLanes() {
        return lanes.values().stream().map(Served::lane).toList();
    }

    private void tick() {
        ticks++;
        if (lanes.isEmpty() || ticks % 3_600 == 0) {
            openLanes();
        }
        subscriptions.reload();
        leases.keep(allLanes(), ticks % LaneLeases.RENEW_SECONDS == 0);
        Set<Integer> mine = new HashSet<>(lanes.keySet());
        mine.removeIf(number -> !holds(number));
        transactions.write(() -> {
            mine.forEach(number -> store.wake(number, Subscriptions.now()));
            return true;
        });
        wake(mine);
        if (ticks % 3_600 == 0) {
            subscriptions.lapse();
        }
    }

    /** Opens and closes lanes. Before all plugins were started triage would not hear every special handling. */
    private void openLanes() {
        if (!started.getAsBoolean()) {
            return;
        }
        Set<Integer> present = new HashSet<>();
        for (SocketService<Reaction> service : registry.services(Reaction.class)) {
            try {
                Declaration declaration = Declaration.of(service);
                SubscriptionRow row = subscriptions.register(declaration, node.id(), confidential(declaration));
                present.add(row.number());
                open(row, declaration, service);
            } catch (IllegalArgumentException wrong) {
                if (refused.add(service)) {
                    LOG.error("Plugin {} has a reaction that is not told: {}", service.plugin(), wrong.getMessage());
                }
            }
        }
        refused.retainAll(registry.services(Reaction.class));
        Set.copyOf(lanes.keySet()).stream()
                .filter(number -> !present.contains(number))
                .forEach(this::close);
        leases.keep(allLanes(), false);
        wake(present);
    }

    private void open(SubscriptionRow row, Declaration declaration, SocketService<Reaction> service) {
        Served served = lanes.get(row.number());
        if (served != null) {
            if (served.reaction().equals(service)
                    && served.lane().subscription().confidential() == row.confidential()) {
                return;
            }
            close(row.number());
        }
        Lane before = leaving.remove(row.number());
        Lane lane = new Lane(row, before, threads, mayGoOn -> rounds(row, declaration, service, mayGoOn));
        lanes.put(row.number(), new Served(service, lane));
        LOG.info("{} is told of events from now on", row.id());
    }

    private void close(Integer number) {
        Served served = lanes.remove(number);
        if (served != null) {
            served.lane().stop();
            leaving.put(number, served.lane());
            leases.release(List.of(served.lane()));
        }
    }

    private BooleanSupplier rounds(
            SubscriptionRow row, Declaration declaration, SocketService<Reaction> service, BooleanSupplier mayGoOn) {
        Delivery delivery = new Delivery(transactions, store, log, calls, row, declaration, service, mayGoOn);
        return () -> joined(row.number(), mayGoOn) && delivery.round();
    }

    /** Completes the rows of a new subscription. Returns whether its rows may be delivered. */
    private boolean joined(int number, BooleanSupplier mayGoOn) {
        Subscriptions.Known known = subscriptions.find(number).orElse(null);
        if (known == null || known.row().state() == State.LAPSED) {
            return false;
        }
        if (known.row().state() == State.ACTIVE) {
            return true;
        }
        boolean settled = Subscriptions.now().isAfter(known.row().seenAt().plus(Backfill.SETTLED));
        if (!settled || !new Backfill(transactions, store, log, known, mayGoOn).run()) {
            return false;
        }
        subscriptions.change(number, row -> Subscriptions.with(row, State.ACTIVE, row.registeredAt()));
        return true;
    }

    private boolean confidential(Declaration declaration) {
        ConfidentialGrants known = grants;
        return declaration.plugin().equals(WhiteboardRegistry.CORE)
                || (declaration.confidential() && known != null && known.mayLearnOfConfidential(declaration.plugin()));
    }

    private void inBackground(Runnable work) {
        if (!timer.isShutdown()) {
            timer.execute(() -> guarded(work));
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("The feed could not do its housekeeping; it tries again", failure);
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
