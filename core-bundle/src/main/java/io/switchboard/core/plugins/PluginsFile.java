package io.switchboard.core.plugins;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.plugins.desired.DesiredFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The file {@code plugins.json} of the data folder. While it is there, plugins are changed by it alone. */
@Component(service = PluginsFile.class)
public final class PluginsFile {
    private final Path data;

    /** Makes it. */
    @Activate
    public PluginsFile(BundleContext bundles) {
        this(Path.of(bundles.getProperty("switchboard.data")));
    }

    PluginsFile(Path data) {
        this.data = data.toAbsolutePath().normalize();
    }

    /** Returns where it is, if it is. */
    Path path() {
        return data.resolve(DesiredFile.NAME);
    }

    /** Returns the data folder. */
    Path data() {
        return data;
    }

    /** Returns whether it is there, be it right or not. */
    public boolean rules() {
        return Files.exists(path());
    }

    /**
     * Says that a change is to be made in the file, if it is there.
     *
     * @throws SwitchboardException with {@code set-by-file}
     */
    public void requireNone() {
        if (rules()) {
            throw new SwitchboardException(
                    ErrorCode.SET_BY_FILE,
                    "The file " + DesiredFile.NAME + " in the data folder says which plugins are installed and how they"
                            + " are set: change it there, or take the file away");
        }
    }
}
