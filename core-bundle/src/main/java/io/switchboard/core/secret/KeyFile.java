package io.switchboard.core.secret;

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
import java.security.SecureRandom;
import java.util.Set;

/** The file {@code secret.key} of the data folder: 32 random bytes that only the server's user can read. */
final class KeyFile {
    private static final int SIZE = 32;

    private KeyFile() {}

    /** Reads the key, after making it if there is none. */
    static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != SIZE) {
            throw new IOException(file + " must have " + SIZE + " bytes; put the one of the backup in its place");
        }
        return key;
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[SIZE];
        new SecureRandom().nextBytes(key);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(beside, options, ownerOnly())) {
            out.write(ByteBuffer.wrap(key));
            out.force(true);
        }
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            Files.deleteIfExists(beside);
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(beside, file);
            return;
        }
        Files.delete(beside);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
