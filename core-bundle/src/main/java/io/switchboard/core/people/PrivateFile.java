package io.switchboard.core.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that only the server's own user can read; where the file system knows no such rights, the folder's hold. */
final class PrivateFile {
    private PrivateFile() {}

    /** Puts a line into a file, all at once, whatever stood there before. */
    static void write(Path file, String line) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, rights);
            Files.writeString(beside, line + System.lineSeparator());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the file " + file + " cannot be written", unwritable);
        }
    }
}
