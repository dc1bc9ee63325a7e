package io.switchboard.core.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Seals texts with AES-256-GCM, so that the database and its backups alone give nothing away. What was sealed for one
 * purpose can be opened for that purpose only. Safe for any number of threads.
 */
@Component(service = Vault.class)
public final class Vault {
    private static final String PREFIX = "v1:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] root;
    private final SecureRandom random = new SecureRandom();

    /** Opens the vault of the data folder. */
    @Activate
    public Vault(BundleContext bundles) throws IOException {
        this(Path.of(bundles.getProperty("switchboard.data")));
    }

    /** Opens the vault whose key stands in a folder. */
    public Vault(Path folder) throws IOException {
        this.root = KeyFile.read(folder.resolve("secret.key"));
    }

    /** Seals a text. */
    public String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return PREFIX + Base64.getEncoder().encodeToString(whole);
    }

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException if it was sealed for another purpose or with another key, or was changed
     */
    public String open(String purpose, String sealed) {
        if (!sealed.startsWith(PREFIX)) {
            throw new IllegalStateException("a secret is kept in a form that this version does not know");
        }
        ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(PREFIX.length())));
        byte[] nonce = new byte[NONCE];
        whole.get(nonce);
        byte[] content = new byte[whole.remaining()];
        whole.get(content);
        return new String(run(Cipher.DECRYPT_MODE, purpose, nonce, content), StandardCharsets.UTF_8);
    }

    /** Returns whether a text was sealed for a purpose with the key of this vault. */
    public boolean opens(String purpose, String sealed) {
        try {
            open(purpose, sealed);
            return true;
        } catch (IllegalStateException | IllegalArgumentException otherKey) {
            return false;
        }
    }

    private byte[] run(int mode, String purpose, byte[] nonce, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root, "HmacSHA256"));
            byte[] key = mac.doFinal(("seal " + purpose).getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "A secret cannot be opened; is secret.key the one that belongs to this database?", failure);
        }
    }
}
