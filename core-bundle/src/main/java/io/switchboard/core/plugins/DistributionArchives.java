package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archives of plugins that lie in the distribution: what it offers, and what is optional. */
@Component(service = DistributionArchives.class)
public final class DistributionArchives {
    private static final Logger LOG = LoggerFactory.getLogger(DistributionArchives.class);
    private static final String OFFERED = "offered";
    private static final String OPTIONAL = "optional";

    private final @Nullable String home;
    private final Map<Path, Checked> checked = new ConcurrentHashMap<>();

    /** Makes it. */
    @Activate
    public DistributionArchives(BundleContext bundles) {
        this.home = bundles.getProperty("switchboard.home");
    }

    /** What was read of a file that has not changed since; no archive if it cannot be taken. */
    private record Checked(
            FileTime changed, long size, @Nullable PluginArchive archive) {}

    /** Returns the newest version of each plugin, in the order of their ids. What cannot be taken is left out. */
    Collection<PluginArchive> archives() throws IOException {
        Map<String, PluginArchive> newest = new TreeMap<>();
        for (String folder : List.of(OFFERED, OPTIONAL)) {
            for (Path file : files(folder)) {
                PluginArchive archive = check(file);
                if (archive != null) {
                    newest.merge(
                            archive.id(),
                            archive,
                            (one, other) -> one.version().compareTo(other.version()) >= 0 ? one : other);
                }
            }
        }
        return newest.values();
    }

    /** Returns whose a plugin of the distribution is, or null if it has none of this id. */
    @Nullable
    String vendorOf(String plugin) throws IOException {
        return archives().stream()
                .filter(archive -> archive.id().equals(plugin))
                .map(PluginArchive::vendor)
                .findFirst()
                .orElse(null);
    }

    /** Says how a plugin counts that is installed from here: what is offered follows upgrades of the distribution. */
    Origin origin(PluginArchive archive) {
        return home != null && archive.file().startsWith(Path.of(home).resolve(OFFERED))
                ? Origin.OFFERED
                : Origin.UPLOAD;
    }

    private List<Path> files(String name) throws IOException {
        Path folder = home == null ? null : Path.of(home).resolve(name);
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private @Nullable PluginArchive check(Path file) throws IOException {
        FileTime changed = Files.getLastModifiedTime(file);
        long size = Files.size(file);
        Checked known = checked.get(file);
        if (known == null || known.size() != size || !known.changed().equals(changed)) {
            known = new Checked(changed, size, read(file));
            checked.put(file, known);
        }
        return known.archive();
    }

    private static @Nullable PluginArchive read(Path file) throws IOException {
        try {
            return ArchiveCheck.read(file);
        } catch (SwitchboardException refused) {
            LOG.warn("The distribution has {}, which cannot be taken: {}", file, refused.getMessage());
            return null;
        }
    }
}
