package io.switchboard.launcher.site;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key pair of a site, Ed25519 (RFC 8032), in a file of two PEM parts that its owner alone may read. */
final class SiteKey {
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern PART =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----\\s*");

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SiteKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Reads a key pair, or makes one where there is no file. */
    static SiteKey readOrMake(Path file) throws StartFailure {
        return Files.exists(file) ? read(file) : make(file);
    }

    /** @throws StartFailure if there is none, or others may read it */
    static SiteKey read(Path file) throws StartFailure {
        try {
            if (!Files.isRegularFile(file)) {
                throw new StartFailure("There is no key " + file + ": 'switchboard site key " + file + "' makes one.");
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && !Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                            .containsAll(Files.getPosixFilePermissions(file))) {
                throw new StartFailure("Others can read the key " + file + ": chmod 600 " + file + " first.");
            }
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new StartFailure("The key " + file + " cannot be read: " + unreadable.getMessage() + ".");
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            throw new StartFailure("The file " + file + " holds no key pair of a site.");
        }
    }

    /** Returns the signature of these bytes in Base64. */
    String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java from 15 on has " + ALGORITHM, impossible);
        }
    }

    /** Returns the public key as servers are told of it: X.509 in Base64. */
    String publicText() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    private static SiteKey parse(String text) throws GeneralSecurityException {
        byte[] secret = new byte[0];
        byte[] open = new byte[0];
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(parts.group(2));
            if (parts.group(1).equals("PRIVATE")) {
                secret = bytes;
            } else {
                open = bytes;
            }
        }
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        return new SiteKey(
                keys.generatePrivate(new PKCS8EncodedKeySpec(secret)),
                keys.generatePublic(new X509EncodedKeySpec(open)));
    }

    private static SiteKey make(Path file) throws StartFailure {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String text = part("PRIVATE", pair.getPrivate().getEncoded())
                    + part("PUBLIC", pair.getPublic().getEncoded());
            boolean posix =
                    Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
            FileAttribute<?>[] mine = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            Files.createFile(file, mine);
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                out.write(text.getBytes(StandardCharsets.US_ASCII));
            }
            return new SiteKey(pair.getPrivate(), pair.getPublic());
        } catch (FileAlreadyExistsException madeMeanwhile) {
            throw new StartFailure("The file " + file + " is there already.");
        } catch (IOException failure) {
            throw new StartFailure("The key " + file + " cannot be written: " + failure.getMessage() + ".");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java from 15 on has " + ALGORITHM, impossible);
        }
    }

    private static String part(String kind, byte[] key) {
        return "-----BEGIN " + kind + " KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END " + kind + " KEY-----\n";
    }
}
