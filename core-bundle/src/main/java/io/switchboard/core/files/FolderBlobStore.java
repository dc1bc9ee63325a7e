package io.switchboard.core.files;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps bytes in the folder {@code files} of the data folder. A file is written beside, synced, and renamed into its place,
 * so that what stands there is whole; what a crash left beside is removed at the next start.
 */
@Component(service = {BlobStore.class, FolderBlobStore.class})
public final class FolderBlobStore implements BlobStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 << 10;

    private final Path folder;
    private final Path incoming;

    /** Opens the store of the data folder. */
    @Activate
    public FolderBlobStore(BundleContext bundles) throws IOException {
        this(Path.of(bundles.getProperty("switchboard.data")).resolve("files"));
    }

    FolderBlobStore(Path folder) throws IOException {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
        Files.createDirectories(incoming);
        try (var left = Files.list(incoming)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
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
        if (!Files.exists(place)) {
            if (!Files.isDirectory(shelf)) {
                Files.createDirectories(shelf);
                sync(folder);
            }
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
        }
        sync(shelf);
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

    /** Removes bytes, unless they were put again since a time. */
    synchronized void removePutBefore(String sha256, Instant time) throws IOException {
        Path place = place(sha256);
        if (Files.exists(place) && Files.getLastModifiedTime(place).toInstant().isBefore(time)) {
            Files.delete(place);
        }
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
