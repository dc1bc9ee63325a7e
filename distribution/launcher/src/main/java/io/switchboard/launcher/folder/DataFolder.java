package io.switchboard.launcher.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data folder, held by this process alone. The lock is the operating system's, so it goes when the process does,
 * however it ends.
 */
public final class DataFolder implements AutoCloseable {

    private static final String ADDRESS_FILE = "server.address";
    private static final String CERTIFICATE_FILE = "server.certificate";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the folder where it is missing, and takes it.
     *
     * @return empty if another process has it
     * @throws StartFailure if it cannot be created or written
     */
    public static Optional<DataFolder> take(Path path) throws StartFailure {
        try {
            Files.createDirectories(path);
            Files.createDirectories(path.resolve("logs"));
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            forgetServer(path);
            return Optional.of(new DataFolder(path, channel, lock));
        } catch (IOException e) {
            throw new StartFailure("The data folder " + path + " cannot be written (" + reason(e)
                    + "): give it to the user that runs the server, or name another with --data.");
        }
    }

    /** The address of the server that has the folder, as it noted it; empty if none has said so. */
    public static Optional<String> addressOfServer(Path path) {
        try {
            return Optional.of(Files.readString(path.resolve(ADDRESS_FILE)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the certificate of the server that has the folder; empty if it speaks plain HTTP. */
    public static Optional<X509Certificate> certificateOfServer(Path path) {
        try (InputStream encoded = Files.newInputStream(path.resolve(CERTIFICATE_FILE))) {
            return Optional.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(encoded));
        } catch (IOException | CertificateException e) {
            return Optional.empty();
        }
    }

    /** Notes where the server can be reached, and by which certificate it is known, for commands that ask it. */
    public void noteServer(String address, Optional<Certificate> certificate) throws StartFailure {
        try {
            if (certificate.isPresent()) {
                Files.write(path.resolve(CERTIFICATE_FILE), certificate.get().getEncoded());
            }
            Files.writeString(path.resolve(ADDRESS_FILE), address + "\n");
        } catch (IOException e) {
            throw new StartFailure("The address cannot be noted in the data folder " + path + ": " + reason(e) + ".");
        } catch (CertificateException e) {
            throw new StartFailure("The certificate of the keystore cannot be written: " + e.getMessage() + ".");
        }
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        forgetServer(path);
        lock.release();
        channel.close();
    }

    private static void forgetServer(Path path) throws IOException {
        Files.deleteIfExists(path.resolve(ADDRESS_FILE));
        Files.deleteIfExists(path.resolve(CERTIFICATE_FILE));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    }
}
