package io.switchboard.core.plugins.site;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Checks signatures of indexes, Ed25519 (RFC 8032). */
final class IndexSignature {
    private static final String ALGORITHM = "Ed25519";

    private IndexSignature() {}

    /** Returns whether a text is a public key. */
    static boolean isKey(String key) {
        try {
            key(key);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return false;
        }
    }

    /** Returns whether the owner of the key has signed exactly these bytes; the signature is in Base64. */
    static boolean fits(String key, byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key(key));
            check.update(signed);
            return check.verify(Base64.getDecoder().decode(new String(signature, StandardCharsets.US_ASCII).strip()));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    private static PublicKey key(String key) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
    }
}
