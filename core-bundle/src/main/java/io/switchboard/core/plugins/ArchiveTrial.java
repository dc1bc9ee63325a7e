package io.switchboard.core.plugins;

import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.core.plugins.ConfigureBundle.Form;
import io.switchboard.core.plugins.PluginRuntime.Fit;
import io.switchboard.core.sockets.Socket;
import io.switchboard.core.store.extension.MigrationOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Tries an archive out: whether it fits a socket and finds what it needs. None of its code runs. */
final class ArchiveTrial {
    private static final Set<String> SOCKETS =
            Socket.ALL.stream().map(Socket::id).collect(Collectors.toSet());
    private static final List<String> OURS = List.of("io.switchboard.", "org.osgi.");
    private static final int LONGEST_MESSAGE = 500;

    private final BundleContext framework;
    private final FrameworkWiring wiring;
    private final Bundle bundle;
    private final MigrationOutcome migrations;
    private final OfferedElsewhere elsewhere;
    private final ConfigureBundle settings;
    private final List<String> refusals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> sockets = new TreeSet<>();

    ArchiveTrial(
            BundleContext framework,
            FrameworkWiring wiring,
            Bundle bundle,
            MigrationOutcome migrations,
            OfferedElsewhere elsewhere,
            ConfigureBundle settings) {
        this.framework = framework;
        this.wiring = wiring;
        this.bundle = bundle;
        this.migrations = migrations;
        this.elsewhere = elsewhere;
        this.settings = settings;
    }

    Fit judge() {
        Form form = settings.form(bundle);
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        PluginWiring others = new PluginWiring(wiring, elsewhere);
        List<PluginNeed> needs = others.needs(revision.getDeclaredRequirements(null));
        judgeName();
        judgeSockets(revision.getDeclaredCapabilities(SwitchboardPlugin.NAMESPACE));
        judgeExports(revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE));
        judgeHooks(needs);
        if (refusals.isEmpty() && !wiring.resolveBundles(List.of(bundle))) {
            judgeNeeds(others, needs);
        }
        OutgoingTrial outgoing = outgoing(form);
        refusals.addAll(outgoing.refusals());
        notes.addAll(outgoing.notes());
        migrations.objections(bundle).forEach(why -> refusals.add("has migrations that cannot be taken: " + why));
        if (bundle.getHeaders("").get(Constants.BUNDLE_NATIVECODE) != null) {
            notes.add("brings native code, which nothing can hold back");
        }
        if (bundle.getHeaders("").get(Constants.DYNAMICIMPORT_PACKAGE) != null) {
            notes.add("imports packages that it does not name beforehand");
        }
        return new Fit(sockets, refusals, notes, detail(others, revision, needs, form, outgoing.hosts()), form);
    }

    private OutgoingTrial outgoing(Form form) {
        Bundle before = PluginBundle.find(framework, bundle.getSymbolicName()).orElse(null);
        return new OutgoingTrial(bundle, before, form.fields().keySet(), setting -> settings.values(bundle, setting));
    }

    private void judgeName() {
        String id = bundle.getSymbolicName();
        boolean servers = Arrays.stream(framework.getBundles())
                .anyMatch(other -> id.equals(other.getSymbolicName()) && !PluginBundle.is(other));
        if (servers) {
            refusals.add("has the Bundle-SymbolicName " + id + ", which is that of a bundle of the server");
        }
    }

    private void judgeSockets(Collection<BundleCapability> capabilities) {
        for (BundleCapability capability : capabilities) {
            sockets.add(String.valueOf(capability.getAttributes().get("socket")));
        }
        if (sockets.isEmpty()) {
            refusals.add("is no plugin: none of its classes says by @SwitchboardPlugin which socket it fits");
        }
        sockets.stream()
                .filter(socket -> !SOCKETS.contains(socket))
                .forEach(socket -> refusals.add("fits a socket that this server does not have: " + socket));
    }

    private void judgeExports(Collection<BundleCapability> packages) {
        Set<String> servers = packagesOfTheServer();
        for (BundleCapability exported : packages) {
            String name = String.valueOf(exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
            if (name.equals("io.switchboard") || OURS.stream().anyMatch(name::startsWith) || servers.contains(name)) {
                refusals.add("exports the package " + name + ", which only the server does");
            }
        }
    }

    private void judgeHooks(List<PluginNeed> needs) {
        needs.stream()
                .filter(need -> need.name().startsWith(PluginBoundary.HOOKS))
                .forEach(need ->
                        refusals.add("asks for hooks of the framework, by which it would see and change what is of"
                                + " others: " + need.name()));
    }

    private Set<String> packagesOfTheServer() {
        return Arrays.stream(framework.getBundles())
                .filter(other -> !PluginBundle.is(other))
                .map(other -> other.adapt(BundleRevision.class))
                .flatMap(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(exported -> String.valueOf(exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .collect(Collectors.toSet());
    }

    private void judgeNeeds(PluginWiring others, List<PluginNeed> needs) {
        needs.stream()
                .filter(need -> !need.optional() && need.from().isEmpty())
                .forEach(need -> refusals.add(others.missing(need)));
        if (refusals.isEmpty()) {
            refusals.add("does not fit what is here: " + whyNotResolved());
        }
    }

    private PlanDetail detail(
            PluginWiring others, BundleRevision revision, List<PluginNeed> needs, Form form, List<PlannedHost> hosts) {
        List<String> refreshes = PluginBundle.find(framework, bundle.getSymbolicName())
                .map(others::dependents)
                .orElse(List.of());
        List<String> steps = refusals.isEmpty() ? migrations.pending(bundle) : List.of();
        return new PlanDetail(
                needs,
                PluginWiring.gives(revision.getDeclaredCapabilities(null)),
                refreshes,
                new SettingSchema(form.fields()),
                form.unset(),
                hosts,
                steps);
    }

    private String whyNotResolved() {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return "the framework does not say why";
        } catch (BundleException reason) {
            String message = String.valueOf(reason.getMessage());
            return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        }
    }
}
