package io.switchboard.core.secret;

import io.switchboard.core.store.FirstFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The file {@code secret.key} of the data folder: 32 random bytes that only the server's user can read. */
final class KeyFile {
    private static final int SIZE = 32;

    private KeyFile() {}

    /** Reads the key, after making it if there is none. */
    static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] made = new byte[SIZE];
            new SecureRandom().nextBytes(made);
            FirstFile.make(file, made);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != SIZE) {
            throw new IOException(file + " must have " + SIZE + " bytes; put the one of the backup in its place");
        }
        return key;
    }
}
