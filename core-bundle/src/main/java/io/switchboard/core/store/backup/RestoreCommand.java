package io.switchboard.core.store.backup;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.command.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code restore FILE}: fills an empty database and data folder from a backup. */
@Component(service = Command.class)
public final class RestoreCommand implements Command {
    private final Restore restore;

    /** Makes the command. */
    @Activate
    public RestoreCommand(@Reference Restore restore) {
        this.restore = restore;
    }

    @Override
    public String id() {
        return "restore";
    }

    @Override
    public Outcome run(@Nullable String argument) {
        if (argument == null || !Files.isRegularFile(Path.of(argument))) {
            throw new SwitchboardException(ErrorCode.INVALID_FIELD, "Name the backup to restore: restore FILE");
        }
        long rows = restore.from(Path.of(argument));
        return new Outcome(
                0,
                "Restored " + rows + " rows. This desk sends nothing until an administrator releases its deliveries.");
    }
}
