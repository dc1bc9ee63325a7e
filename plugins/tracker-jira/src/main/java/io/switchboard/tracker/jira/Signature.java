package io.switchboard.tracker.jira;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signature of a delivery: HMAC-SHA-256 (RFC 2104) of its bytes, made with a shared secret. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int SHORTEST_SECRET = 16;

    private Signature() {}

    /** Returns whether a secret is long enough not to be guessed. */
    static boolean isSecret(String secret) {
        return secret.length() >= SHORTEST_SECRET;
    }

    /** Returns whether a header carries the right signature. It takes the same time whatever is wrong with it. */
    static boolean fits(@Nullable String header, byte[] body, String secret) {
        return header != null
                && MessageDigest.isEqual(
                        of(body, secret).getBytes(StandardCharsets.US_ASCII),
                        header.strip().getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
