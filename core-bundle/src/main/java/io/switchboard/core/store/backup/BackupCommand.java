package io.switchboard.core.store.backup;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.command.Command;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code backup FILE}: writes a backup of a desk that is not running. */
@Component(service = Command.class)
public final class BackupCommand implements Command {
    private final Backup backup;

    /** Makes the command. */
    @Activate
    public BackupCommand(@Reference Backup backup) {
        this.backup = backup;
    }

    @Override
    public String id() {
        return "backup";
    }

    @Override
    public Outcome run(@Nullable String argument) {
        if (argument == null) {
            throw new SwitchboardException(ErrorCode.INVALID_FIELD, "Say where to write the backup: backup FILE");
        }
        Path file = Path.of(argument);
        if (Files.exists(file)) {
            throw new SwitchboardException(ErrorCode.ALREADY_EXISTS, file + " exists; name a new file");
        }
        try {
            long rows = write(file);
            return new Outcome(0, "Backup with " + rows + " rows written to " + file);
        } catch (IOException failure) {
            return new Outcome(1, "The backup could not be written to " + file + ": " + failure.getMessage());
        }
    }

    /** Writes beside the place and moves it there when it is durable, so that half a backup never looks like one. */
    private long write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileOutputStream out = new FileOutputStream(part.toFile());
                BufferedOutputStream buffer = new BufferedOutputStream(out, 1 << 16)) {
            OwnerOnly.restrict(part);
            long rows = backup.writeTo(buffer);
            buffer.flush();
            out.getFD().sync();
            Files.move(part, file);
            return rows;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
