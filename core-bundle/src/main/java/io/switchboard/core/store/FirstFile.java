package io.switchboard.core.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Makes files of which the first that is made counts, whole or not at all, whoever else makes it at the same time. */
public final class FirstFile {
    private FirstFile() {}

    /** Makes a file that only the server's user can read; nothing happens if it is there. */
    public static void make(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(beside, options, ownerOnly())) {
            out.write(ByteBuffer.wrap(content));
            out.force(true);
        }
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
