package io.switchboard.core.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which plugins this node leaves out, because the server ended while they were being started: a file in the data
 * folder names the one whose turn it is, so that the next start finds it. It stays left out, with these bytes, until
 * somebody starts it by hand. In safe mode all are left out. For any number of threads.
 */
@Component(service = LeftOut.class)
public final class LeftOut {
    /** The property by which the server runs without any plugin. */
    static final String SAFE_MODE = "switchboard.safeMode";

    private static final Logger LOG = LoggerFactory.getLogger(LeftOut.class);

    private final Path starting;
    private final Path list;
    private final boolean safeMode;
    private final Set<String> names;

    /** Reads what the last start left. */
    @Activate
    public LeftOut(BundleContext bundles) {
        this(Path.of(bundles.getProperty("switchboard.data")), Boolean.parseBoolean(bundles.getProperty(SAFE_MODE)));
    }

    LeftOut(Path data, boolean safeMode) {
        this.starting = data.resolve("plugin.starting");
        this.list = data.resolve("plugins.left-out");
        this.safeMode = safeMode;
        this.names = new TreeSet<>(read(list));
        read(starting).forEach(broken -> {
            LOG.error("The server ended while the plugin {} was being started; it is left out", broken);
            names.add(broken);
        });
        if (Files.exists(starting)) {
            write(list, names);
            done();
        }
    }

    private static String name(String id, String sha256) {
        return id + " " + sha256;
    }

    /** Returns whether the server runs without any plugin. */
    boolean isSafeMode() {
        return safeMode;
    }

    /** Returns why a plugin with this content is not to run here, or nothing if it may. */
    synchronized Optional<String> reason(String id, String sha256) {
        return names.contains(name(id, sha256))
                ? Optional.of("the server ended while it was being started, so it is left out until somebody starts it")
                : Optional.empty();
    }

    /** Says that a plugin is about to be started. */
    void begin(String id, String sha256) {
        write(starting, Set.of(name(id, sha256)));
    }

    /** Says that the plugin whose turn it was did not end the server. */
    void done() {
        try {
            Files.deleteIfExists(starting);
        } catch (IOException failure) {
            LOG.error(
                    "{} cannot be removed, so that the next start leaves out a plugin for nothing", starting, failure);
        }
    }

    /** Lets a plugin run again, since somebody has seen to it. */
    synchronized void forgive(String id) {
        if (names.removeIf(name -> name.startsWith(id + " "))) {
            write(list, names);
        }
    }

    private static Set<String> read(Path file) {
        try {
            return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, Set<String> lines) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, String.join("\n", lines), StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.error("{} cannot be written, so that the next start may not know what broke this one", file, failure);
        }
    }
}
