package io.switchboard.core.plugins;

import io.switchboard.core.plugins.ConfigureBundle.Form;
import io.switchboard.core.store.extension.MigrationOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plugins as bundles. Their bytes come from the database. */
@Component(service = PluginRuntime.class)
public final class OsgiRuntime implements PluginRuntime {
    private static final Logger LOG = LoggerFactory.getLogger(OsgiRuntime.class);
    private static final int START_LEVEL = 30;
    private static final Duration COMPONENTS = Duration.ofSeconds(15);
    private static final Duration REFRESH = Duration.ofSeconds(20);

    private final BundleContext framework;
    private final FrameworkWiring wiring;
    private final StoredArchives archives;
    private final ComponentWatch components;
    private final ConfigureBundle settings;
    private final MigrationOutcome migrations;
    private final AskPlugin ask;
    private final LeftOut leftOut;
    private final OfferedElsewhere elsewhere;
    private final BundleStarter starter;

    /** Makes the runtime. */
    @Activate
    public OsgiRuntime(
            BundleContext context,
            @Reference StoredArchives archives,
            @Reference ComponentWatch components,
            @Reference ConfigureBundle settings,
            @Reference MigrationOutcome migrations,
            @Reference AskPlugin ask,
            @Reference LeftOut leftOut,
            @Reference LeftThreads leftThreads,
            @Reference OfferedElsewhere elsewhere) {
        Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        this.framework = system.getBundleContext();
        this.wiring = system.adapt(FrameworkWiring.class);
        this.archives = archives;
        this.components = components;
        this.settings = settings;
        this.migrations = migrations;
        this.ask = ask;
        this.leftOut = leftOut;
        this.elsewhere = elsewhere;
        this.starter = new BundleStarter(leftThreads::look);
    }

    @Deactivate
    void stop() {
        starter.close();
    }

    @Override
    public Map<String, Fit> examine(List<PluginArchive> archives) {
        Map<String, Bundle> trials = new LinkedHashMap<>();
        Map<String, Fit> fits = new LinkedHashMap<>();
        try {
            for (PluginArchive archive : archives) {
                try (InputStream bytes = Files.newInputStream(archive.file())) {
                    trials.put(
                            archive.id(), framework.installBundle(PluginBundle.trialLocation(archive.sha256()), bytes));
                } catch (BundleException | IOException unreadable) {
                    List<String> why = List.of("cannot be installed: " + unreadable.getMessage());
                    fits.put(archive.id(), new Fit(List.of(), why, List.of(), PlanDetail.NONE, Form.NONE));
                }
            }
            trials.forEach((id, trial) ->
                    fits.put(id, new ArchiveTrial(framework, wiring, trial, migrations, elsewhere, settings).judge()));
            return fits;
        } finally {
            trials.values().forEach(this::uninstall);
        }
    }

    @Override
    public Form form(String id) {
        return PluginBundle.find(framework, id).map(settings::form).orElse(Form.NONE);
    }

    @Override
    public List<String> dependents(String id) {
        return PluginBundle.find(framework, id)
                .map(new PluginWiring(wiring, elsewhere)::dependents)
                .orElse(List.of());
    }

    /** A plugin on its way. */
    private static final class Move {
        private final Content content;
        private final @Nullable Bundle before;
        private @Nullable Bundle after;
        private @Nullable String failure;
        private boolean mustBeWell;

        Move(Content content, @Nullable Bundle before) {
            this.content = content;
            this.before = before;
        }

        boolean stays() {
            return before != null && before.getLocation().equals(PluginBundle.location(content.id(), content.sha256()));
        }
    }

    @Override
    public Map<String, String> apply(List<Content> plugins) {
        List<Move> moves = new ArrayList<>();
        for (Content content : plugins) {
            Move move =
                    new Move(content, PluginBundle.find(framework, content.id()).orElse(null));
            bring(move);
            moves.add(move);
        }
        moves.forEach(this::start);
        long deadline = System.nanoTime() + COMPONENTS.toNanos();
        moves.forEach(move -> look(move, deadline));
        moves.forEach(this::settle);
        Map<String, String> failures = new LinkedHashMap<>();
        for (Move move : moves) {
            if (move.failure != null) {
                failures.put(move.content.id(), move.failure);
            }
        }
        return failures;
    }

    private void bring(Move move) {
        if (move.stays()) {
            move.after = move.before;
            return;
        }
        Content content = move.content;
        try {
            Bundle bundle = framework.installBundle(
                    PluginBundle.location(content.id(), content.sha256()), archives.open(content.sha256()));
            bundle.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
            move.after = bundle;
        } catch (IOException | BundleException failure) {
            move.failure = "it cannot be installed: " + failure.getMessage();
        }
    }

    private void start(Move move) {
        Bundle after = move.after;
        if (move.failure != null || after == null) {
            return;
        }
        Bundle before = move.before;
        if (before != null && !(move.stays() && move.content.enabled())) {
            move.mustBeWell = before.getState() == Bundle.ACTIVE
                    && ask.trouble(move.content.id()).isEmpty();
            starter.stop(before);
        }
        if (move.content.enabled()) {
            settings.configure(after);
            leftOut.begin(move.content.id(), move.content.sha256());
            move.failure = starter.start(after).orElse(null);
            leftOut.done();
        }
    }

    private void look(Move move, long deadline) {
        if (move.failure == null && move.after != null && move.content.enabled()) {
            move.failure = components.await(move.after, deadline).orElse(null);
        }
        if (move.failure == null && move.content.enabled() && move.mustBeWell) {
            move.failure = ask.await(move.content.id(), deadline)
                    .map(trouble -> "it cannot do its work, which the version before could: " + trouble)
                    .orElse(null);
        }
    }

    private void settle(Move move) {
        Bundle before = move.before;
        Bundle after = move.after;
        if (move.failure == null) {
            if (before != null && !move.stays()) {
                uninstall(before);
            }
            return;
        }
        LOG.error("The plugin {} does not run: {}", move.content.id(), move.failure);
        if (after != null) {
            starter.stop(after);
        }
        if (!move.stays() && before != null) {
            if (after != null) {
                uninstall(after);
            }
            settings.configure(before);
            starter.start(before).ifPresent(again -> LOG.error("What ran before does not start again: {}", again));
        }
    }

    @Override
    public boolean stands(Content plugin) {
        String location = PluginBundle.location(plugin.id(), plugin.sha256());
        return PluginBundle.find(framework, plugin.id())
                .filter(bundle -> bundle.getLocation().equals(location))
                .filter(bundle -> (bundle.getState() == Bundle.ACTIVE) == plugin.enabled())
                .isPresent();
    }

    @Override
    public void configure(String id) {
        PluginBundle.find(framework, id)
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .ifPresent(settings::configure);
    }

    @Override
    public void remove(String id) {
        PluginBundle.find(framework, id).ifPresent(bundle -> {
            starter.stop(bundle);
            uninstall(bundle);
            settings.forget(bundle);
        });
    }

    private void uninstall(Bundle bundle) {
        if (starter.isStuck(bundle)) {
            LOG.error("The plugin {} hangs; it stays in memory until the server stops", bundle.getSymbolicName());
            return;
        }
        try {
            bundle.uninstall();
            CountDownLatch done = new CountDownLatch(1);
            wiring.refreshBundles(List.of(bundle), event -> done.countDown());
            if (!done.await(REFRESH.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The framework did not let go of {} in time", bundle.getSymbolicName());
            }
        } catch (BundleException failure) {
            LOG.error("The plugin {} could not be taken out of the framework", bundle.getSymbolicName(), failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Map<String, String> running() {
        return PluginBundle.all(framework).stream()
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .collect(Collectors.toMap(
                        Bundle::getSymbolicName, bundle -> bundle.getVersion().toString(), (one, other) -> other));
    }

    @Override
    public Set<String> present() {
        return PluginBundle.all(framework).stream().map(Bundle::getSymbolicName).collect(Collectors.toSet());
    }
}
