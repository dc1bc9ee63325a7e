package io.switchboard.core.store.extension;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the names of a plugin's tables begin with. */
final class TablePrefix {
    private static final int DIGEST_BYTES = 4;

    private TablePrefix() {}

    /** Returns {@code x_}, the first eight hexadecimal digits of the SHA-256 of the id, and {@code _}. */
    static String of(String pluginId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(pluginId.getBytes(StandardCharsets.UTF_8));
            return "x_" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + "_";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
