package io.switchboard.example.files;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.BlobStore;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Keeps files in a folder, each under the SHA-256 of its content. A file is written beside, synced, and renamed into its place, so
 * that what stands there is whole. Until the folder is set there is no such store, and the desk's own is used.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@ServiceRanking(OtherDisk.BEFORE_THE_OWN)
@Designate(ocd = FileSettings.class)
@SwitchboardPlugin(socket = "BlobStore")
public final class OtherDisk implements BlobStore {
    /** The desk's own store has 0. */
    static final int BEFORE_THE_OWN = 100;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 << 10;

    private final Path folder;
    private final Path incoming;

    /** Takes the settings, and makes the folder if it is not there. */
    @Activate
    public OtherDisk(FileSettings settings) throws IOException {
        this(Path.of(settings.folder().strip()));
    }

    OtherDisk(Path folder) throws IOException {
        if (!folder.isAbsolute()) {
            throw new IOException("The setting 'folder' must be an absolute path");
        }
        this.folder = folder;
        this.incoming = Files.createDirectories(folder.resolve("incoming"));
    }

    @Override
    public StoredBlob put(InputStream content, long limit) throws IOException {
        Path draft = Files.createTempFile(incoming, "file", null);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = write(content, limit, draft, digest);
            String name = HexFormat.of().formatHex(digest.digest());
            Path shelf = Files.createDirectories(shelf(name));
            Files.move(draft, shelf.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(shelf);
            sync(folder);
            return new StoredBlob(name, size);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static long write(InputStream content, long limit, Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new SwitchboardException(
                            ErrorCode.TOO_LARGE, "A file must have at most " + limit + " bytes here");
                }
                digest.update(buffer, 0, read);
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
                    out.write(rest);
                }
            }
            out.force(true);
        }
        return size;
    }

    /** Makes the names in a folder durable; systems that cannot open a folder keep them by themselves. */
    private static void sync(Path names) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(names, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        try {
            return Optional.of(Files.newInputStream(place(sha256)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    private Path place(String sha256) {
        return shelf(sha256).resolve(sha256);
    }

    private Path shelf(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
        }
        return folder.resolve(sha256.substring(0, 2));
    }
}
