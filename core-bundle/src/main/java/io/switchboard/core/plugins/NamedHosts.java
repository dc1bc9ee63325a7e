package io.switchboard.core.plugins;

import io.switchboard.core.outgoing.DeclaredHosts;
import io.switchboard.core.store.plugin.PluginRow;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads which hosts the plugins of a set declare to call, from their archives: most of them run no more. */
@Component(service = NamedHosts.class)
public final class NamedHosts {
    private static final Logger LOG = LoggerFactory.getLogger(NamedHosts.class);

    private final StoredArchives archives;

    /** Makes it. */
    @Activate
    public NamedHosts(@Reference StoredArchives archives) {
        this.archives = archives;
    }

    /** Returns the hosts as the manifest has them, or null if its archive cannot be read any more. */
    public @Nullable List<String> of(PluginRow plugin) {
        try (ZipInputStream archive = new ZipInputStream(archives.open(plugin.sha256()))) {
            return DeclaredHosts.of(header(archive)).entries();
        } catch (IOException unreadable) {
            LOG.warn("It is not known which hosts {} {} names", plugin.id(), plugin.version(), unreadable);
            return null;
        }
    }

    private static @Nullable String header(ZipInputStream archive) throws IOException {
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                return new Manifest(archive).getMainAttributes().getValue(DeclaredHosts.HEADER);
            }
        }
        throw new IOException("it has no manifest");
    }
}
