package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.plugins.desired.DesiredPlugin;
import io.switchboard.core.plugins.desired.DesiredSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fetches the archives of plugins that are to be installed from where a file says that they are. */
@Component(service = DesiredArchives.class)
public final class DesiredArchives {
    private final Path data;
    private final DistributionArchives distribution;
    private final StoredArchives stored;
    private final SiteArchives sites;

    /** Makes it. */
    @Activate
    public DesiredArchives(
            BundleContext bundles,
            @Reference DistributionArchives distribution,
            @Reference StoredArchives stored,
            @Reference SiteArchives sites) {
        this(Path.of(bundles.getProperty("switchboard.data")), distribution, stored, sites);
    }

    DesiredArchives(Path data, DistributionArchives distribution, StoredArchives stored, SiteArchives sites) {
        this.data = data;
        this.distribution = distribution;
        this.stored = stored;
        this.sites = sites;
    }

    /**
     * Fetches an archive and reads it.
     *
     * @param folder where to put a copy, so that it stays the same while it is looked at
     * @throws IOException if it is not there
     * @throws SwitchboardException if it cannot be taken, or is not what was asked for
     */
    PluginArchive fetch(DesiredPlugin wanted, Path folder) throws IOException {
        Path copy = folder.resolve(wanted.id() + ".jar");
        PluginArchive archive;
        if (wanted.source() instanceof DesiredSource.Distribution) {
            archive = ofDistribution(wanted.id());
        } else {
            copy(wanted, copy);
            archive = ArchiveCheck.read(copy);
        }
        requireAskedFor(wanted, archive);
        return archive;
    }

    /** Says how a plugin counts that was installed so. */
    Origin origin(DesiredPlugin wanted, PluginArchive archive) {
        return wanted.source() instanceof DesiredSource.Distribution ? distribution.origin(archive) : Origin.DESIRED;
    }

    /** Returns where the file of a source is, which is below the data folder. */
    Path file(DesiredSource.File source) throws IOException {
        Path file = data.resolve(source.path()).normalize();
        if (!file.startsWith(data)) {
            throw new IOException("the file " + source.path() + " is not below the data folder");
        }
        return file;
    }

    private PluginArchive ofDistribution(String id) throws IOException {
        return distribution.archives().stream()
                .filter(archive -> archive.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IOException("the distribution does not have it; name a file or an update site"));
    }

    private void copy(DesiredPlugin wanted, Path copy) throws IOException {
        if (wanted.source() instanceof DesiredSource.File source) {
            Path file = file(source);
            if (!Files.isRegularFile(file)) {
                throw new IOException("there is no file " + source.path() + " in the data folder");
            }
            if (Files.size(file) > ArchiveCheck.MAXIMUM) {
                throw new IOException(source.path() + " has more than " + ArchiveCheck.MAXIMUM + " bytes");
            }
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } else if (wanted.source() instanceof DesiredSource.Site source && stored.has(source.sha256())) {
            try (InputStream bytes = stored.open(source.sha256())) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } else if (wanted.source() instanceof DesiredSource.Site source) {
            Files.write(copy, sites.read(source.site(), wanted.id(), source.sha256()));
        }
    }

    private static void requireAskedFor(DesiredPlugin wanted, PluginArchive archive) {
        if (!archive.id().equals(wanted.id())) {
            throw Refusal.because("is not " + wanted.id() + " but " + archive.id());
        }
        if (!wanted.versions().includes(archive.version())) {
            throw Refusal.because("has the version " + archive.version() + ", which is not of " + wanted.versions());
        }
        if (wanted.source() instanceof DesiredSource.Site source
                && !archive.sha256().equals(source.sha256())) {
            throw Refusal.because("has the SHA-256 " + archive.sha256() + ", which is another");
        }
        String print = archive.signature().fingerprint();
        if (wanted.signer() != null && !wanted.signer().equals(print)) {
            throw Refusal.because((print == null
                            ? "is not signed"
                            : "is signed by " + archive.signature().signer()) + ", but the file names another signer");
        }
    }
}
