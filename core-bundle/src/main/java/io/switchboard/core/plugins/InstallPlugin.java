package io.switchboard.core.plugins;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.store.plugin.PluginRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installs an archive that somebody sends, or says what that would do. */
@Component(service = InstallPlugin.class)
public final class InstallPlugin {
    private final Path data;
    private final Installation installation;
    private final PluginsFile file;
    private final OfferedElsewhere elsewhere;

    /** Makes the use case. */
    @Activate
    public InstallPlugin(
            BundleContext bundles,
            @Reference Installation installation,
            @Reference PluginsFile file,
            @Reference OfferedElsewhere elsewhere) {
        this.file = file;
        this.elsewhere = elsewhere;
        this.data = Path.of(bundles.getProperty("switchboard.data"));
        this.installation = installation;
    }

    /**
     * Installs an archive and has it run.
     *
     * @throws SwitchboardException with {@code plugin-refused} if it cannot be taken; then everything is as before
     */
    public PluginRow handle(Caller caller, InputStream archive, SignerDemand demand) throws IOException {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        file.requireNone();
        return with(archive, copy -> installation.install(copy, Origin.UPLOAD, caller, demand));
    }

    /** Says what installing an archive would do, and leaves nothing behind. */
    public PluginPlan plan(Caller caller, InputStream archive, SignerDemand demand) throws IOException {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        elsewhere.look();
        return with(archive, copy -> installation.plan(copy, demand));
    }

    private <T> T with(InputStream archive, Function<Path, T> use) throws IOException {
        Path file = Files.createTempFile(data, "plugin-", ".upload");
        try {
            copy(archive, file);
            return use.apply(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void copy(InputStream archive, Path file) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                size += read;
                if (size > ArchiveCheck.MAXIMUM) {
                    throw new SwitchboardException(
                            ErrorCode.TOO_LARGE,
                            "The archive of a plugin must have at most " + ArchiveCheck.MAXIMUM + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
