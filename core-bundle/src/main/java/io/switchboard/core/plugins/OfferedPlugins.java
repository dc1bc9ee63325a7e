package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import io.switchboard.core.store.plugin.SourceRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds what the distribution offers to what is installed: each plugin once, and newer versions after an upgrade. */
@Component(service = OfferedPlugins.class)
public final class OfferedPlugins {
    private static final Logger LOG = LoggerFactory.getLogger(OfferedPlugins.class);

    private final @Nullable String home;
    private final Transactions transactions;
    private final PluginStore plugins;
    private final Installation installation;

    /** Makes it. */
    @Activate
    public OfferedPlugins(
            BundleContext bundles,
            @Reference Transactions transactions,
            @Reference PluginStore plugins,
            @Reference Installation installation) {
        this.home = bundles.getProperty("switchboard.home");
        this.transactions = transactions;
        this.plugins = plugins;
        this.installation = installation;
    }

    /** Adds what was not dealt with yet; nothing of it runs before the framework is brought to what is installed. */
    void seed() {
        Map<String, SourceRow> known = transactions.read(() -> plugins.sources(SourceRow.OFFERED)).stream()
                .collect(Collectors.toMap(SourceRow::name, Function.identity()));
        for (Path file : offered()) {
            try {
                seed(file, known);
            } catch (SwitchboardException refused) {
                LOG.error("The distribution offers {}, which cannot be taken: {}", file, refused.getMessage());
            } catch (DuplicateKeyException anotherNodeWasFaster) {
                LOG.debug("Another node has dealt with {} meanwhile", file, anotherNodeWasFaster);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private void seed(Path file, Map<String, SourceRow> known) throws IOException {
        PluginArchive archive = ArchiveCheck.read(file);
        SourceRow before = known.get(archive.id());
        if (before != null && before.sha256().equals(archive.sha256())) {
            return;
        }
        Optional<PluginRow> installed = transactions.read(() -> plugins.find(archive.id()));
        boolean takes = before == null
                ? installed.isEmpty()
                : installed.filter(row -> follows(row, archive)).isPresent();
        if (takes) {
            installation.add(file, Origin.OFFERED);
        }
        transactions.write(() -> {
            plugins.putSource(new SourceRow(
                    SourceRow.OFFERED,
                    archive.id(),
                    archive.sha256(),
                    archive.version().toString(),
                    archive.id()));
            return archive;
        });
    }

    private static boolean follows(PluginRow installed, PluginArchive offered) {
        return installed.origin().equals(Origin.OFFERED.id())
                && Version.parseVersion(installed.version()).compareTo(offered.version()) <= 0;
    }

    private List<Path> offered() {
        Path folder = home == null ? null : Path.of(home).resolve("offered");
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
