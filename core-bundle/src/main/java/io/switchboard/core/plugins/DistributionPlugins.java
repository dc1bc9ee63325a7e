package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the distribution has that is not installed, or only in an older version. It is installed like an archive that
 * somebody sends.
 */
@Component(service = DistributionPlugins.class)
public final class DistributionPlugins {
    private final DistributionArchives distribution;
    private final Transactions transactions;
    private final PluginStore plugins;
    private final Installation installation;
    private final PluginsFile file;

    /** Makes the use case. */
    @Activate
    public DistributionPlugins(
            @Reference DistributionArchives distribution,
            @Reference Transactions transactions,
            @Reference PluginStore plugins,
            @Reference Installation installation,
            @Reference PluginsFile file) {
        this.file = file;
        this.distribution = distribution;
        this.transactions = transactions;
        this.plugins = plugins;
        this.installation = installation;
    }

    /**
     * A plugin that could be installed.
     *
     * @param archive where it lies and what it says of itself
     * @param installed the older version that is installed, or null if none is
     */
    public record Available(PluginArchive archive, @Nullable String installed) {}

    /**
     * Returns what could be installed, in the order of the names.
     *
     * @param words what name, id or description hold, in any case and in any language; null for all
     */
    public List<Available> list(Caller caller, @Nullable String words) throws IOException {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        Map<String, PluginRow> installed =
                transactions.read(plugins::all).stream().collect(Collectors.toMap(PluginRow::id, Function.identity()));
        String wanted = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        return distribution.archives().stream()
                .filter(archive -> isNewer(archive, installed.get(archive.id())))
                .filter(archive -> told(archive).contains(wanted))
                .map(archive -> new Available(archive, version(installed.get(archive.id()))))
                .sorted(Comparator.comparing(available -> available.archive().name()))
                .toList();
    }

    /** Says what installing one would do, and changes nothing. */
    public PluginPlan plan(Caller caller, String id) throws IOException {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        return installation.plan(find(id).file(), SignerDemand.NONE);
    }

    /**
     * Installs one.
     *
     * @throws SwitchboardException with {@code plugin-refused} if it cannot be taken; then everything is as before
     */
    public PluginRow install(Caller caller, String id) throws IOException {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        file.requireNone();
        PluginArchive archive = find(id);
        return installation.install(archive.file(), distribution.origin(archive), caller, SignerDemand.NONE);
    }

    private PluginArchive find(String id) throws IOException {
        return distribution.archives().stream()
                .filter(archive -> archive.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.notFound("plugin"));
    }

    private static boolean isNewer(PluginArchive archive, @Nullable PluginRow installed) {
        return installed == null || archive.version().compareTo(Version.parseVersion(installed.version())) > 0;
    }

    private static @Nullable String version(@Nullable PluginRow installed) {
        return installed == null ? null : installed.version();
    }

    private static String told(PluginArchive archive) {
        Stream<String> own =
                Stream.of(archive.id(), archive.name(), Objects.requireNonNullElse(archive.description(), ""));
        return Stream.concat(own, archive.texts().names())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
