package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import io.switchboard.core.store.plugin.SourceRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code plugins} of the data folder: an archive that is put there is installed, and removed when it is taken
 * out of this folder again; what the folder of another node or of another data folder brought is not touched. What is
 * refused is named and not tried again until the file changes. A file counts once it has stayed the same for one look; as
 * long as one does not, nothing is removed, so that a file can be replaced by another.
 */
@Component(service = PluginFolder.class)
public final class PluginFolder {
    private static final Caller FOLDER = Caller.system("plugin-folder");
    private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

    private final Path folder;
    private final Transactions transactions;
    private final PluginStore plugins;
    private final Installation installation;
    private final Map<String, Stamp> settled = new HashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private Map<String, Stamp> before = Map.of();
    private String identity = "";

    private record Stamp(long size, FileTime changed) {}

    /** Makes the folder if there is none. */
    @Activate
    public PluginFolder(
            BundleContext bundles,
            @Reference Transactions transactions,
            @Reference PluginStore plugins,
            @Reference Installation installation)
            throws IOException {
        this(Path.of(bundles.getProperty("switchboard.data")).resolve("plugins"), transactions, plugins, installation);
    }

    PluginFolder(Path folder, Transactions transactions, PluginStore plugins, Installation installation)
            throws IOException {
        this.folder = folder;
        this.transactions = transactions;
        this.plugins = plugins;
        this.installation = installation;
        Files.createDirectories(folder);
    }

    /** Returns why files of the folder were refused, by their names. */
    public Map<String, String> refused() {
        return new TreeMap<>(refused);
    }

    /** Looks at the folder once. Only one thread does this. */
    void look() throws IOException {
        if (!Files.isDirectory(folder)) {
            return; // a folder that is not mounted at the moment removes nothing
        }
        recognise();
        Map<String, Stamp> present = list();
        boolean moving = false;
        for (Map.Entry<String, Stamp> file : present.entrySet()) {
            if (!file.getValue().equals(before.get(file.getKey()))) {
                moving = true;
            } else if (!file.getValue().equals(settled.get(file.getKey()))) {
                settled.put(file.getKey(), file.getValue());
                take(file.getKey());
            }
        }
        if (!moving && before.keySet().equals(present.keySet())) {
            forgetMissing(present);
        }
        before = present;
    }

    /** Finds out which folder this is; one that has come into the place of another is looked at from the start. */
    private void recognise() throws IOException {
        String found = FolderIdentity.of(folder);
        if (!found.equals(identity)) {
            identity = found;
            settled.clear();
            before = Map.of();
        }
    }

    private Map<String, Stamp> list() throws IOException {
        Map<String, Stamp> present = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".jar")
                        && !name.startsWith(".")
                        && name.length() <= 200
                        && Files.isRegularFile(file)) {
                    present.put(name, new Stamp(Files.size(file), Files.getLastModifiedTime(file)));
                }
            }
        } catch (NoSuchFileException takenOutMeanwhile) {
            LOG.debug("A file left the plugin folder while it was looked at", takenOutMeanwhile);
        }
        return present;
    }

    /** Takes nothing from the folder for the time being, and names what is in it. */
    void rest(String reason) throws IOException {
        Set<String> names = Files.isDirectory(folder) ? list().keySet() : Set.of();
        refused.keySet().retainAll(names);
        names.forEach(name -> refused.put(name, reason));
        settled.clear();
        before = Map.of();
    }

    private void take(String name) {
        refused.remove(name);
        Path file = folder.resolve(name);
        try {
            SourceRow known = known().get(name);
            if (known != null && known.sha256().equals(ArchiveCheck.sha256(Files.newInputStream(file)))) {
                return;
            }
            PluginRow row = installation.install(file, Origin.FOLDER, FOLDER, SignerDemand.BOUND);
            transactions.write(() -> {
                plugins.putSource(new SourceRow(identity, name, row.sha256(), row.version(), row.id()));
                return row;
            });
            if (known != null && !known.pluginId().equals(row.id())) {
                removeIfUnchanged(known);
            }
        } catch (SwitchboardException refusal) {
            LOG.warn("{} in the plugin folder is not installed: {}", name, refusal.getMessage());
            refused.put(name, refusal.getMessage());
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("{} in the plugin folder cannot be read", name, unreadable);
            refused.put(name, "cannot be read: " + unreadable.getMessage());
        }
    }

    private void forgetMissing(Map<String, Stamp> present) {
        settled.keySet().retainAll(present.keySet());
        refused.keySet().retainAll(present.keySet());
        known().forEach((name, source) -> {
            if (!present.containsKey(name)) {
                removeIfUnchanged(source);
                transactions.write(() -> {
                    plugins.removeSource(identity, name);
                    return name;
                });
            }
        });
    }

    /** Removes the plugin that a file was, unless something else has taken its place or a folder still has it. */
    private void removeIfUnchanged(SourceRow source) {
        if (!transactions.read(() -> plugins.elsewhere(source))) {
            installation.remove(
                    source.pluginId(),
                    FOLDER,
                    row -> row.origin().equals(Origin.FOLDER.id())
                            && row.sha256().equals(source.sha256()));
        }
    }

    private Map<String, SourceRow> known() {
        List<SourceRow> rows = transactions.read(() -> plugins.sources(identity));
        Map<String, SourceRow> byName = new TreeMap<>();
        rows.forEach(row -> byName.put(row.name(), row));
        return byName;
    }
}
