package io.switchboard.core.plugins;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.plugins.text.PlainLine;
import io.switchboard.core.plugins.text.PluginTexts;
import io.switchboard.core.plugins.text.TextFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Reads archives of plugins and refuses hostile and broken ones before any other code sees them. */
final class ArchiveCheck {
    /** How many bytes an archive may have. */
    static final long MAXIMUM = 64L << 20;

    private static final int ENTRIES = 20_000;
    private static final int NAME = 500;
    private static final long UNPACKED = 512L << 20;
    private static final int MANIFEST = 256 << 10;
    private static final long SMALL = 4L << 20;
    private static final int RATIO = 200;
    private static final int LABEL = 100;
    private static final int DESCRIPTION = 1000;
    private static final int LONGEST_ID = 100;
    private static final Pattern OWN_ID = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    private static final Pattern VENDOR_ID = Pattern.compile("[a-z][a-z0-9_-]*(\\.[A-Za-z0-9_-]+)+");

    /** The desk's own name, and words that stand in the place of an id in addresses. */
    private static final Set<String> RESERVED = Set.of("core", "available", "snapshots");

    private ArchiveCheck() {}

    /**
     * Reads an archive.
     *
     * @throws SwitchboardException with {@code too-large}, or {@code plugin-refused} that says why
     */
    static PluginArchive read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MAXIMUM) {
            throw new SwitchboardException(
                    ErrorCode.TOO_LARGE, "The archive of a plugin must have at most " + MAXIMUM + " bytes");
        }
        requireHarmlessNames(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Attributes manifest = manifest(zip);
            requireBounded(zip);
            return describe(file, size, manifest, TextFiles.of(zip));
        } catch (ZipException broken) {
            throw Refusal.because("is a broken ZIP file: " + broken.getMessage());
        }
    }

    private static void requireHarmlessNames(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipDirectory.Entry entry : ZipDirectory.read(file, ENTRIES)) {
            String name = entry.name();
            if (name.isEmpty() || name.length() > NAME) {
                throw Refusal.because("has an entry whose name is empty or longer than " + NAME + " characters");
            }
            if (leadsOutside(name)) {
                throw Refusal.because("has an entry that leads outside of the archive: " + printable(name));
            }
            if (entry.link()) {
                throw Refusal.because("has a symbolic link: " + printable(name));
            }
            if (!names.add(name)) {
                throw Refusal.because("has two entries of one name: " + printable(name));
            }
        }
    }

    private static boolean leadsOutside(String name) {
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || name.indexOf(':') >= 0) {
            return true;
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) {
                return true;
            }
        }
        return false;
    }

    private static String printable(String name) {
        String shown = name.length() > LABEL ? name.substring(0, LABEL) : name;
        return shown.replaceAll("[^\\x20-\\x7E]", "?");
    }

    private static Attributes manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            throw Refusal.because("has no META-INF/MANIFEST.MF, so it is no bundle");
        }
        byte[] bytes;
        try (InputStream content = zip.getInputStream(entry)) {
            bytes = content.readNBytes(MANIFEST + 1);
        }
        if (bytes.length > MANIFEST) {
            throw Refusal.because("has a manifest of more than " + MANIFEST + " bytes");
        }
        try {
            return new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Refusal.because("has a manifest that cannot be read: " + unreadable.getMessage());
        }
    }

    /** Unpacks everything into nothing, since the sizes that the directory tells may be wrong. */
    private static void requireBounded(ZipFile zip) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            long packed = Math.max(1, entry.getCompressedSize());
            long unpacked = 0;
            try (InputStream content = zip.getInputStream(entry)) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    unpacked += read;
                    total += read;
                    if (total > UNPACKED || unpacked > SMALL && unpacked / packed > RATIO) {
                        throw Refusal.because("unpacks to far more than it should: " + printable(entry.getName()));
                    }
                }
            }
        }
    }

    private static PluginArchive describe(Path file, long size, Attributes manifest, PluginTexts texts)
            throws IOException {
        if (!"2".equals(value(manifest, Constants.BUNDLE_MANIFESTVERSION))) {
            throw Refusal.because("is no OSGi bundle: its manifest lacks Bundle-ManifestVersion: 2");
        }
        if (value(manifest, Constants.FRAGMENT_HOST) != null) {
            throw Refusal.because("is a fragment, which would become a part of another bundle");
        }
        String symbolicName = value(manifest, Constants.BUNDLE_SYMBOLICNAME);
        String id = symbolicName == null ? "" : symbolicName.split(";", 2)[0].strip();
        requireId(id);
        String name = value(manifest, Constants.BUNDLE_NAME);
        return new PluginArchive(
                file,
                id,
                version(value(manifest, Constants.BUNDLE_VERSION)),
                PlainLine.of(name == null ? id : name, LABEL),
                cut(value(manifest, Constants.BUNDLE_VENDOR), LABEL),
                cut(value(manifest, Constants.BUNDLE_LICENSE), LABEL),
                cut(value(manifest, Constants.BUNDLE_DESCRIPTION), DESCRIPTION),
                texts,
                sha256(Files.newInputStream(file)),
                size,
                ArchiveSignature.read(file));
    }

    private static void requireId(String id) {
        boolean wellFormed = OWN_ID.matcher(id).matches()
                || id.length() <= LONGEST_ID && VENDOR_ID.matcher(id).matches();
        if (!wellFormed) {
            throw Refusal.because("needs a Bundle-SymbolicName of 3 to 40 lower-case letters, digits and hyphens,"
                    + " or one with points of at most " + LONGEST_ID + " characters");
        }
        if (id.startsWith("io.switchboard.") || RESERVED.contains(id)) {
            throw Refusal.because("has the Bundle-SymbolicName " + id + ", which belongs to the desk itself");
        }
    }

    private static Version version(@Nullable String text) {
        try {
            Version version = Version.parseVersion(text);
            if (version.toString().length() <= 80) {
                return version;
            }
        } catch (IllegalArgumentException malformed) {
            throw Refusal.because("has a Bundle-Version that is none: " + printable(String.valueOf(text)));
        }
        throw Refusal.because("has a Bundle-Version of more than 80 characters");
    }

    private static @Nullable String value(Attributes manifest, String header) {
        String value = manifest.getValue(header);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null ? null : PlainLine.of(text, most);
    }

    /** Reads a stream to its end, closes it, and returns the SHA-256 of what it held. */
    static String sha256(InputStream bytes) throws IOException {
        try (bytes;
                DigestInputStream content = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
