package io.switchboard.core.pages;

import io.switchboard.api.ui.UiContribution;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The files in the folder {@code web} of the plugins that add something to the pages at this moment. Their version is a
 * hash of all of a plugin's files: it stands in their addresses, so that a browser may keep them and never mixes two
 * versions. For any number of threads.
 */
@Component(service = PageFiles.class)
public final class PageFiles {
    private static final String FOLDER = "web";

    private final BundleContext framework;
    private final SocketRegistry registry;
    private final Map<String, Listing> listings = new ConcurrentHashMap<>();

    /** Makes it. */
    @Activate
    public PageFiles(BundleContext framework, @Reference SocketRegistry registry) {
        this.framework = framework;
        this.registry = registry;
    }

    /** What a bundle has, as it was at a time. */
    private record Listing(long bundle, long modified, String version, SortedMap<String, URL> files) {
        private boolean isOf(Bundle asked) {
            return bundle == asked.getBundleId() && modified == asked.getLastModified();
        }
    }

    /** Returns what stands for all files of a plugin, or nothing if it has none. */
    Optional<String> version(String plugin) {
        return listing(plugin).map(Listing::version);
    }

    /** Returns whether a plugin has a file; the path begins with {@code web/}. */
    boolean has(String plugin, String path) {
        return listing(plugin)
                .filter(listing -> listing.files().containsKey(path))
                .isPresent();
    }

    /**
     * Reads a file.
     *
     * @param version that the address names
     * @param path begins with {@code web/}
     * @return nothing if there is none, if the plugin has another version by now, or if it adds nothing to the pages
     */
    public Optional<byte[]> read(String plugin, String version, String path) {
        boolean contributes = registry.services(UiContribution.class).stream()
                .map(SocketService::plugin)
                .anyMatch(plugin::equals);
        return contributes
                ? listing(plugin)
                        .filter(listing -> listing.version().equals(version))
                        .map(listing -> listing.files().get(path))
                        .map(PageFiles::content)
                : Optional.empty();
    }

    private Optional<Listing> listing(String plugin) {
        Optional<Bundle> bundle = Arrays.stream(framework.getBundles())
                .filter(candidate -> plugin.equals(candidate.getSymbolicName()))
                .filter(candidate -> (candidate.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0)
                .max(Comparator.comparing(Bundle::getVersion));
        if (bundle.isEmpty()) {
            listings.remove(plugin);
            return Optional.empty();
        }
        Listing listing = listings.compute(
                plugin, (id, known) -> known != null && known.isOf(bundle.get()) ? known : list(bundle.get()));
        return Optional.of(listing).filter(found -> !found.files().isEmpty());
    }

    private static Listing list(Bundle bundle) {
        SortedMap<String, URL> files = new TreeMap<>();
        @Nullable Enumeration<URL> entries = bundle.findEntries(FOLDER, "*", true);
        if (entries != null) {
            for (URL entry : Collections.list(entries)) {
                if (!entry.getPath().endsWith("/")) {
                    files.put(entry.getPath().substring(1), entry);
                }
            }
        }
        Fingerprint fingerprint = new Fingerprint();
        files.forEach((path, entry) -> fingerprint.add(path).add(content(entry)));
        return new Listing(
                bundle.getBundleId(),
                bundle.getLastModified(),
                fingerprint.text(),
                Collections.unmodifiableSortedMap(files));
    }

    private static byte[] content(URL entry) {
        try (InputStream content = entry.openStream()) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
