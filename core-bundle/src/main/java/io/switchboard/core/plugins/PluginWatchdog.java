package io.switchboard.core.plugins;

import io.switchboard.core.plugins.PluginThreads.Owned;
import io.switchboard.core.sockets.PluginFaults;
import io.switchboard.core.sockets.PluginSuspicions;
import io.switchboard.core.sockets.Quarantine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the threads that plugins have made for themselves: names whoever burns a processor or has threads without end
 * within seconds, in the log and in its health, and suspects it if that goes on. Java cannot end a thread from outside; those
 * of a plugin in quarantine run when nobody else wants the processor. For any number of threads.
 */
@Component(service = PluginWatchdog.class, immediate = true)
public final class PluginWatchdog implements PluginSuspicions {
    /** The property that says how many threads of its own a plugin may have. */
    static final String MOST_THREADS = "switchboard.watchdog.threads";

    /** The property that says how many seconds without a break a plugin may burn a processor in threads of its own. */
    static final String LONGEST_BURNING = "switchboard.watchdog.burning-seconds";

    private static final int USUAL_THREADS = 200;
    private static final int USUAL_SECONDS = 600;
    private static final long PAUSE_SECONDS = 2;
    private static final Duration NAMED_AFTER = Duration.ofSeconds(4);
    private static final String PROCESSOR = "threads: processor";
    private static final String NUMBER = "threads: number";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Logger LOG = LoggerFactory.getLogger(PluginWatchdog.class);

    private final Supplier<List<Owned>> threads;
    private final PluginFaults faults;
    private final Quarantine quarantine;
    private final int mostThreads;
    private final Duration longestBurning;
    private final ThreadLook look;
    private final Map<String, Instant> forgiven = new HashMap<>();
    private final Set<String> burning = new HashSet<>();
    private final Set<String> flooding = new HashSet<>();
    private long lastLook = System.nanoTime();
    private volatile Map<String, ThreadUse> uses = Map.of();
    private volatile Instant latest = Instant.now();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "plugin watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins to watch. */
    @Activate
    public PluginWatchdog(BundleContext bundles, @Reference PluginFaults faults, @Reference Quarantine quarantine) {
        this(
                new PluginThreads(bundles)::all,
                new ThreadLook(thread -> THREADS.getThreadCpuTime(thread.getId())),
                faults,
                quarantine,
                number(bundles.getProperty(MOST_THREADS), USUAL_THREADS),
                Duration.ofSeconds(number(bundles.getProperty(LONGEST_BURNING), USUAL_SECONDS)));
        timer.scheduleWithFixedDelay(this::watch, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    PluginWatchdog(
            Supplier<List<Owned>> threads,
            ThreadLook look,
            PluginFaults faults,
            Quarantine quarantine,
            int mostThreads,
            Duration longestBurning) {
        this.threads = threads;
        this.look = look;
        this.faults = faults;
        this.quarantine = quarantine;
        this.mostThreads = mostThreads;
        this.longestBurning = longestBurning;
    }

    private static int number(@Nullable String text, int usual) {
        return Optional.ofNullable(text).map(Integer::parseInt).orElse(usual);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void watch() {
        try {
            long nanos = System.nanoTime();
            look(Instant.now(), Duration.ofNanos(nanos - lastLook));
            lastLook = nanos;
        } catch (RuntimeException failure) {
            LOG.error("The threads of plugins could not be looked at; it is tried again", failure);
        }
    }

    /** Looks at all of them, so much time after it last did. */
    void look(Instant now, Duration since) {
        List<Owned> alive = threads.get();
        Map<String, ThreadUse> found = look.at(alive, now, since);
        Set<String> all = new HashSet<>(uses.keySet());
        all.addAll(found.keySet());
        uses = found;
        latest = now;
        for (String plugin : all) {
            ThreadUse use = of(plugin);
            nameIfBurning(plugin, use, now);
            nameIfFlooding(plugin, use);
        }
        alive.stream()
                .filter(owned -> quarantine.of(owned.plugin()).isPresent())
                .forEach(owned -> owned.thread().setPriority(Thread.MIN_PRIORITY));
    }

    private void nameIfBurning(String plugin, ThreadUse use, Instant now) {
        Instant since = use.burningSince();
        if (since == null) {
            if (burning.remove(plugin)) {
                faults.clear(plugin, PROCESSOR);
                LOG.info("The plugin {} does not burn the processor any more", plugin);
            }
        } else if (!now.isBefore(since.plus(NAMED_AFTER))) {
            String thread = use.busiest().get(0).name();
            faults.tell(
                    plugin,
                    PROCESSOR,
                    "It burns the processor in threads of its own since " + since + ", most of all in '" + thread
                            + "'");
            if (burning.add(plugin)) {
                LOG.error(
                        "The plugin {} burns the processor in threads of its own, most of all in '{}'", plugin, thread);
            }
        }
    }

    private void nameIfFlooding(String plugin, ThreadUse use) {
        if (use.count() <= mostThreads) {
            if (flooding.remove(plugin)) {
                faults.clear(plugin, NUMBER);
                LOG.info("The plugin {} has {} threads of its own again", plugin, use.count());
            }
            return;
        }
        faults.tell(
                plugin,
                NUMBER,
                "It has " + use.count() + " threads of its own, more than the " + mostThreads + " that it may have");
        if (flooding.add(plugin)) {
            LOG.error(
                    "The plugin {} has {} threads of its own, one of them '{}'",
                    plugin,
                    use.count(),
                    use.busiest().get(0).name());
        }
    }

    /** Returns what threads of its own a plugin had at the last look. */
    ThreadUse of(String plugin) {
        return uses.getOrDefault(plugin, ThreadUse.NONE);
    }

    @Override
    public List<Suspicion> suspicions(int openings) {
        List<Suspicion> suspicions = new ArrayList<>();
        uses.forEach((plugin, use) ->
                suspicion(plugin, use).ifPresent(reason -> suspicions.add(new Suspicion(plugin, reason))));
        return suspicions;
    }

    private Optional<String> suspicion(String plugin, ThreadUse use) {
        Instant burns = use.burningSince();
        if (use.count() > mostThreads) {
            return Optional.of("It had " + use.count() + " threads of its own, more than the " + mostThreads
                    + " that it may have; one of them is '"
                    + use.busiest().get(0).name() + "'");
        }
        if (burns == null) {
            return Optional.empty();
        }
        Instant pardon;
        synchronized (forgiven) {
            pardon = forgiven.getOrDefault(plugin, Instant.MIN);
        }
        Duration lasted = Duration.between(pardon.isAfter(burns) ? pardon : burns, latest);
        return lasted.compareTo(longestBurning) < 0
                ? Optional.empty()
                : Optional.of("It burned the processor for " + lasted.toSeconds()
                        + " seconds in threads of its own, most of all in '"
                        + use.busiest().get(0).name() + "'");
    }

    /** Has a plugin burn as long as any other from now on until it is suspected again; too many threads are too many still. */
    @Override
    public void forgive(String plugin) {
        synchronized (forgiven) {
            forgiven.put(plugin, latest);
        }
    }
}
