package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.sockets.PluginSuspicions;
import io.switchboard.core.sockets.PluginSuspicions.Suspicion;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.sockets.Quarantine.Held;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import io.switchboard.core.store.plugin.QuarantineRow;
import io.switchboard.core.store.plugin.QuarantineStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts plugins into quarantine that fail whenever they are asked, on all nodes and over restarts, until somebody lifts it or
 * they have other bytes. They stay installed and go on running; the desk asks them nothing. For any number of threads.
 */
@Component(service = PluginQuarantine.class)
public final class PluginQuarantine {
    /** The property that says how many times in a row a breaker opens until the plugin is put into quarantine. */
    static final String OPENINGS = "switchboard.quarantine.openings";

    private static final int USUAL_OPENINGS = 10;
    private static final long PAUSE_SECONDS = 2;
    private static final int LONGEST_REASON = 1_000;
    private static final Caller ITSELF = Caller.system("plugin-quarantine");
    private static final Logger LOG = LoggerFactory.getLogger(PluginQuarantine.class);

    private final Transactions transactions;
    private final QuarantineStore store;
    private final PluginStore plugins;
    private final Quarantine quarantine;
    private final List<PluginSuspicions> suspicions;
    private final AuditLog audit;
    private final int openings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "plugin quarantine");
        thread.setDaemon(true);
        return thread;
    });

    /** Makes it; nothing is watched yet. */
    @Activate
    public PluginQuarantine(
            BundleContext bundles,
            @Reference Transactions transactions,
            @Reference QuarantineStore store,
            @Reference PluginStore plugins,
            @Reference Quarantine quarantine,
            @Reference PluginSuspicions calls,
            @Reference RefusedExits exits,
            @Reference PluginWatchdog watchdog,
            @Reference AuditLog audit) {
        this(
                transactions,
                store,
                plugins,
                quarantine,
                List.of(calls, exits, watchdog),
                audit,
                Optional.ofNullable(bundles.getProperty(OPENINGS))
                        .map(Integer::parseInt)
                        .orElse(USUAL_OPENINGS));
    }

    PluginQuarantine(
            Transactions transactions,
            QuarantineStore store,
            PluginStore plugins,
            Quarantine quarantine,
            List<PluginSuspicions> suspicions,
            AuditLog audit,
            int openings) {
        this.transactions = transactions;
        this.store = store;
        this.plugins = plugins;
        this.quarantine = quarantine;
        this.suspicions = List.copyOf(suspicions);
        this.audit = audit;
        this.openings = openings;
    }

    @Deactivate
    void deactivate() {
        timer.shutdownNow();
    }

    /** Holds who was held before, and watches from now on. */
    void begin() {
        timer.scheduleWithFixedDelay(this::watch, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        take();
    }

    private void watch() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.error("The plugins could not be looked at for quarantine; it is tried again", failure);
        }
    }

    /** Takes over what other nodes have decided, and then looks who is to be put into quarantine. */
    void look() {
        take();
        suspicions.stream()
                .flatMap(some -> some.suspicions(openings).stream())
                .filter(suspicion -> quarantine.of(suspicion.plugin()).isEmpty())
                .forEach(this::hold);
    }

    /**
     * Has the desk ask a plugin again. Nothing happens if it is not in quarantine.
     *
     * @throws SwitchboardException with {@code not-found} if there is no such plugin
     */
    public void lift(Caller caller, String plugin) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        boolean lifted = transactions.write(() -> {
            PluginRow row = plugins.find(plugin).orElseThrow(() -> SwitchboardException.notFound("plugin"));
            if (!store.remove(plugin)) {
                return false;
            }
            audit.record(caller, AuditKind.PLUGIN_QUARANTINE_LIFTED, "plugin:" + plugin, told(row), null);
            return true;
        });
        if (lifted) {
            LOG.info("The plugin {} was let out of quarantine", plugin);
            take();
        }
    }

    private synchronized void take() {
        Map<String, Held> held = transactions.read(store::all).stream()
                .collect(Collectors.toMap(QuarantineRow::pluginId, row -> new Held(row.since(), row.reason())));
        Set<String> released = new HashSet<>(quarantine.all().keySet());
        released.removeAll(held.keySet());
        quarantine.hold(held);
        released.forEach(plugin -> suspicions.forEach(some -> some.forgive(plugin)));
    }

    private void hold(Suspicion suspicion) {
        try {
            boolean held = transactions.write(() -> plugins.find(suspicion.plugin())
                    .filter(row -> hold(row, suspicion.reason()))
                    .isPresent());
            if (held) {
                LOG.error(
                        "The plugin {} is put into quarantine and asked nothing until somebody lifts that. {}",
                        suspicion.plugin(),
                        suspicion.reason());
            }
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            LOG.debug("Another node has put {} into quarantine", suspicion.plugin(), anotherNodeWasFaster);
        }
        take();
    }

    private boolean hold(PluginRow row, String reason) {
        String kept = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        boolean held = store.add(new QuarantineRow(row.id(), row.sha256(), now, kept));
        if (held) {
            audit.record(
                    ITSELF,
                    AuditKind.PLUGIN_QUARANTINED,
                    "plugin:" + row.id(),
                    null,
                    Map.of("version", row.version(), "sha256", row.sha256(), "reason", kept));
        }
        return held;
    }

    private static Object told(PluginRow row) {
        return Map.of("version", row.version(), "sha256", row.sha256());
    }
}
