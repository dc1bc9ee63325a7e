package io.switchboard.core.files;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.BlobStore;
import io.switchboard.core.store.DeskFolders;
import io.switchboard.core.store.FirstFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps bytes in the folder {@code files} of the data folder, or in one that several nodes share. A file is written beside,
 * synced, and renamed into its place, so that what stands there is whole; what a crash left beside is removed by the first
 * start an hour later, since what is younger may be on its way to another node.
 */
@Component(service = {BlobStore.class, FolderBlobStore.class})
public final class FolderBlobStore implements BlobStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String IDENTITY = "store.id";
    private static final int BUFFER = 64 << 10;
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private final Path folder;
    private final Path incoming;

    /** Opens the store of the data folder. */
    @Activate
    public FolderBlobStore(BundleContext bundles) throws IOException {
        this(DeskFolders.of(bundles).files());
    }

    /** Opens the store of a folder. */
    public FolderBlobStore(Path folder) throws IOException {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
        Files.createDirectories(incoming);
        try (var left = Files.list(incoming)) {
            Instant old = Instant.now().minus(ON_ITS_WAY);
            for (Path file : left.toList()) {
                if (putBefore(file, old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean putBefore(Path file, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }

    @Override
    public StoredBlob put(InputStream content, long limit) throws IOException {
        Path file = Files.createTempFile(incoming, "file", null);
        try {
            MessageDigest digest = sha256();
            long size = write(content, limit, file, digest);
            String name = HexFormat.of().formatHex(digest.digest());
            keep(file, name);
            return new StoredBlob(name, size);
        } finally {
            Files.deleteIfExists(file);
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

    private synchronized void keep(Path file, String sha256) throws IOException {
        Path shelf = shelf(sha256);
        Path place = shelf.resolve(sha256);
        if (!renewed(place)) {
            if (!Files.isDirectory(shelf)) {
                Files.createDirectories(shelf);
                sync(folder);
            }
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        sync(shelf);
    }

    private static boolean renewed(Path place) throws IOException {
        try {
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException notThere) {
            return false;
        }
    }

    /** Makes the names of a folder durable; systems that cannot open a folder keep them by themselves. */
    private static void sync(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
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

    /** Returns what was last put before a time. */
    List<String> putBefore(Instant time) throws IOException {
        try (Stream<Path> files = Files.find(
                folder,
                2,
                (file, attributes) -> attributes.isRegularFile()
                        && SHA256.matcher(String.valueOf(file.getFileName())).matches()
                        && attributes.lastModifiedTime().toInstant().isBefore(time))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /**
     * Removes bytes, unless they were put again since a time. They are moved away first, so that a node that puts them again
     * at this moment either finds them gone and puts its own, or has them brought back.
     */
    synchronized void removePutBefore(String sha256, Instant time) throws IOException {
        Path place = place(sha256);
        if (!Files.exists(place) || !putBefore(place, time)) {
            return;
        }
        Path away = incoming.resolve(sha256);
        Files.move(place, away, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (putBefore(away, time)) {
            Files.delete(away);
        } else {
            Files.move(away, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns what names this folder among others, or nothing if it was never named. */
    public Optional<String> identity() throws IOException {
        Path file = folder.resolve(IDENTITY);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** Returns what names this folder among others, and first makes a name if it has none. */
    public String identify() throws IOException {
        byte[] name = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        FirstFile.make(folder.resolve(IDENTITY), name);
        return identity().orElseThrow(() -> new NoSuchFileException(IDENTITY));
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    private Path place(String sha256) {
        return shelf(sha256).resolve(sha256);
    }

    private Path shelf(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
