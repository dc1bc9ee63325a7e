package io.switchboard.core.plugins.site;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.Installation;
import io.switchboard.core.plugins.Origin;
import io.switchboard.core.plugins.PluginPlan;
import io.switchboard.core.plugins.PluginsFile;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.plugins.site.AvailablePlugins.Available;
import io.switchboard.core.plugins.site.AvailablePlugins.State;
import io.switchboard.core.store.plugin.PluginRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installs what a site offers, or says what that would do. */
@Component(service = InstallAvailable.class)
public final class InstallAvailable {
    private final Path data;
    private final AvailablePlugins available;
    private final SiteReader reader;
    private final Installation installation;
    private final PluginsFile file;

    /** Makes the use case. */
    @Activate
    public InstallAvailable(
            BundleContext bundles,
            @Reference AvailablePlugins available,
            @Reference SiteReader reader,
            @Reference Installation installation,
            @Reference PluginsFile file) {
        this.file = file;
        this.data = Path.of(bundles.getProperty("switchboard.data"));
        this.available = available;
        this.reader = reader;
        this.installation = installation;
    }

    /**
     * Installs a version and has it run.
     *
     * @param version which, or null for the newest that is not withdrawn
     * @param demand what its signature must be
     * @throws SwitchboardException with {@code not-found} if no site has it, with {@code plugin-refused} if it is withdrawn
     *     or cannot be taken; then everything is as before
     */
    public PluginRow handle(Caller caller, String plugin, @Nullable String version, SignerDemand demand)
            throws IOException {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        file.requireNone();
        return with(caller, plugin, version, (offer, copy) -> {
            requireSame(offer, installation.plan(copy, demand));
            return installation.install(copy, Origin.SITE, caller, demand);
        });
    }

    /** Says what installing a version would do, and leaves nothing behind. */
    public PluginPlan plan(Caller caller, String plugin, @Nullable String version, SignerDemand demand)
            throws IOException {
        return with(caller, plugin, version, (offer, copy) -> {
            PluginPlan plan = installation.plan(copy, demand);
            requireSame(offer, plan);
            return plan.noting(offer.vulnerabilities().stream()
                    .map(known -> "has a known vulnerability: " + known)
                    .toList());
        });
    }

    private <T> T with(Caller caller, String plugin, @Nullable String version, BiFunction<Offer, Path, T> use)
            throws IOException {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        available.forget();
        Available found = available.all().get(plugin);
        Offer offer = found == null ? null : choose(found, version);
        if (found == null || offer == null) {
            throw missing(plugin, version, found);
        }
        if (offer.withdrawn() != null) {
            throw refused("The site has withdrawn " + plugin + " " + offer.version() + ": " + offer.withdrawn());
        }
        Path file = Files.createTempFile(data, "plugin-", ".upload");
        try {
            Files.write(file, reader.archive(found.site(), offer));
            return use.apply(offer, file);
        } catch (SiteRefused refused) {
            throw refused("The archive is not taken from the site: " + refused.getMessage());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Says that no site has it, and which sites could not be asked or are not believed. */
    private SwitchboardException missing(String plugin, @Nullable String version, @Nullable Available found) {
        List<String> told = new ArrayList<>();
        told.add(
                found == null
                        ? "No update site offers the plugin " + plugin
                        : "The update site " + found.site().name() + " offers the plugin " + plugin + ", but "
                                + (version == null ? "has withdrawn all versions" : "not in version " + version));
        available.states().stream()
                .filter(site -> site.state() != State.OK)
                .map(SiteGivers::trouble)
                .forEach(told::add);
        return new SwitchboardException(ErrorCode.NOT_FOUND, String.join("; ", told));
    }

    private static @Nullable Offer choose(Available found, @Nullable String version) {
        return version == null
                ? found.newest()
                : found.versions().stream()
                        .filter(offer -> offer.version().equals(version))
                        .findFirst()
                        .orElse(null);
    }

    /** What an administrator chose by its name must not turn out to be another. */
    private static void requireSame(Offer offer, PluginPlan plan) {
        boolean signed = offer.signer() == null
                || offer.signer().equals(plan.archive().signature().fingerprint());
        if (!plan.archive().id().equals(offer.id())
                || !plan.archive().version().toString().equals(offer.version())
                || !signed) {
            throw refused("The archive that the site calls " + offer.id() + " " + offer.version() + " is "
                    + plan.archive().id() + " " + plan.archive().version()
                    + (signed ? "" : ", signed by somebody else"));
        }
    }

    private static SwitchboardException refused(String message) {
        return new SwitchboardException(
                ErrorCode.PLUGIN_REFUSED, message, List.of(), Map.of("reasons", List.of(message)), null);
    }
}
