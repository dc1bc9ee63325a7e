package io.switchboard.core.store.backup;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that was opened to be restored. Nothing is taken from it that its manifest does not name and vouch for. */
final class BackupFile implements AutoCloseable {
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern ENTRY =
            Pattern.compile("(tables|data)/[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads all of it once, to see that it is whole.
     *
     * @throws SwitchboardException with {@code invalid-field} if it is not a backup, or is damaged
     */
    static BackupFile open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                BackupFile backup = new BackupFile(zip, readManifest(zip));
                backup.verify();
                return backup;
            } catch (IOException | RuntimeException refused) {
                zip.close();
                throw refused;
            }
        } catch (IOException | IllegalStateException unreadable) {
            throw new SwitchboardException(
                    ErrorCode.INVALID_FIELD,
                    file + " cannot be read as a backup: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static Manifest readManifest(ZipFile zip) throws IOException {
        Manifest manifest =
                Json.read(new String(read(zip, Manifest.NAME).readAllBytes(), StandardCharsets.UTF_8), Manifest.class);
        if (manifest.format() != Manifest.FORMAT) {
            throw new IOException("its format " + manifest.format() + " is not known to this version");
        }
        for (Manifest.Table table : manifest.tables()) {
            if (!TABLE.matcher(table.name()).matches()
                    || !table.columns().stream()
                            .allMatch(name -> TABLE.matcher(name).matches())) {
                throw new IOException("it names a table or column that cannot be one: " + table.name());
            }
        }
        return manifest;
    }

    private static InputStream read(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("the entry " + name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    private void verify() throws IOException {
        for (Manifest.Entry entry : manifest.entries()) {
            if (!ENTRY.matcher(entry.name()).matches()) {
                throw new IOException("it names an entry that cannot be one: " + entry.name());
            }
            MessageDigest digest = HashedZip.sha256();
            try (InputStream in = new DigestInputStream(read(zip, entry.name()), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
                throw new IOException("the entry " + entry.name() + " is damaged");
            }
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Lists the entries that belong into the data folder. */
    List<Manifest.Entry> dataEntries() {
        return manifest.entries().stream()
                .filter(entry -> entry.name().startsWith("data/"))
                .toList();
    }

    InputStream read(String entry) throws IOException {
        return read(zip, entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
