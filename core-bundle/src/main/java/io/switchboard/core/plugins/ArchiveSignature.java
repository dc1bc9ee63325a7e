package io.switchboard.core.plugins;

import io.switchboard.core.plugins.signer.Signer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The signature of an archive, as jarsigner makes it. It says that the content is the signer's; whether the signer is to be
 * trusted is not judged here.
 *
 * @param signed whether all of the content is signed by the same signer
 * @param signer the subject of the signer's certificate (RFC 2253), or null if it is not signed
 * @param fingerprint SHA-256 of that certificate, or null
 */
public record ArchiveSignature(
        boolean signed, @Nullable String signer, @Nullable String fingerprint) {
    static final ArchiveSignature NONE = new ArchiveSignature(false, null, null);

    /** Returns who signed it, or null if nobody did. */
    @Nullable
    Signer by() {
        return fingerprint == null ? null : new Signer(fingerprint, String.valueOf(signer));
    }

    /**
     * Reads the signature of an archive and checks the content against it.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code plugin-refused} if the content is not what was
     *     signed, or not all of it was
     */
    static ArchiveSignature read(Path file) throws IOException {
        Set<String> signers = new TreeSet<>();
        ArchiveSignature signature = NONE;
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.isDirectory() || isPartOfSignature(entry.getName())) {
                    continue;
                }
                try (InputStream content = jar.getInputStream(entry)) {
                    content.transferTo(OutputStream.nullOutputStream()); // which has each digest compared
                }
                ArchiveSignature own = of(entry.getCodeSigners());
                signers.add(String.valueOf(own.fingerprint()));
                signature = own.signed() ? own : signature;
            }
        } catch (SecurityException changed) {
            throw Refusal.because("is not what was signed: " + changed.getMessage());
        }
        if (signers.size() > 1) {
            throw Refusal.because("is signed in part only, or by several: what is not signed may be anybody's");
        }
        return signature;
    }

    private static boolean isPartOfSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals("META-INF/MANIFEST.MF")
                || upper.startsWith("META-INF/")
                        && upper.indexOf('/', "META-INF/".length()) < 0
                        && (upper.matches(".*\\.(SF|RSA|DSA|EC)") || upper.startsWith("META-INF/SIG-"));
    }

    private static ArchiveSignature of(CodeSigner @Nullable [] signers) {
        if (signers == null || signers.length == 0) {
            return NONE;
        }
        Certificate first = signers[0].getSignerCertPath().getCertificates().get(0);
        String name = first instanceof X509Certificate certificate
                ? certificate.getSubjectX500Principal().getName()
                : first.getType();
        return new ArchiveSignature(true, name, fingerprint(first));
    }

    private static String fingerprint(Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (CertificateEncodingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a certificate that was read has an encoding", impossible);
        }
    }
}
