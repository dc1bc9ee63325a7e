package io.switchboard.api.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * <b>Provider.</b> Keeps bytes under the SHA-256 of their content.
 *
 * <p>Register it as an OSGi service with {@code service.ranking} above 0 to replace the desk's own, which keeps files in
 * the data folder. Called on any thread, several at once. When {@link #put} returns, the bytes survive a loss of power.
 */
public interface BlobStore {
    /**
     * Keeps the bytes of a stream, once, however often they are put.
     *
     * @param content read to its end and not closed
     * @param limit how many bytes it may have at most
     * @throws io.switchboard.api.error.SwitchboardException with {@code too-large} if there are more; nothing is kept
     * @throws IOException if they cannot be kept; nothing is kept
     */
    StoredBlob put(InputStream content, long limit) throws IOException;

    /**
     * Opens the bytes for reading; the caller closes the stream.
     *
     * @param sha256 64 lower-case hex digits
     * @return nothing if there are none
     */
    Optional<InputStream> open(String sha256) throws IOException;

    /** Removes the bytes; nothing happens if there are none. */
    void remove(String sha256) throws IOException;

    /**
     * Bytes that are kept.
     *
     * @param sha256 of the content, 64 lower-case hex digits
     * @param size in bytes
     */
    record StoredBlob(String sha256, long size) {}
}
