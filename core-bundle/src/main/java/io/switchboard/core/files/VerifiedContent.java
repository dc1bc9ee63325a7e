package io.switchboard.core.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.thread.AttachmentRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the content of files only as it was uploaded. A small file is verified before anything of it is given; of a large
 * one the last bytes are held back until all have been seen; a part is given of a file that was verified as a whole not
 * long ago. Damage is written to the log with the name of the content.
 */
@Component(service = VerifiedContent.class)
public final class VerifiedContent {
    private static final Logger LOG = LoggerFactory.getLogger(VerifiedContent.class);
    private static final int SMALL = 256 << 10;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Blobs blobs;
    private final Cache<String, Boolean> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(1_000)
            .build();

    /** Makes it. */
    @Activate
    public VerifiedContent(@Reference Blobs blobs) {
        this.blobs = blobs;
    }

    /** Opens the whole content. */
    InputStream whole(AttachmentRow file) throws IOException {
        InputStream checked = checked(file);
        if (file.size() > SMALL) {
            return checked;
        }
        try (checked) {
            return new ByteArrayInputStream(checked.readAllBytes());
        } catch (DamagedContentException damaged) {
            throw unreadable();
        }
    }

    /** Opens so many bytes of the content. */
    InputStream part(AttachmentRow file, long from, long length) throws IOException {
        if (verified.getIfPresent(file.sha256()) == null) {
            try (InputStream whole = checked(file)) {
                whole.transferTo(OutputStream.nullOutputStream());
            } catch (DamagedContentException damaged) {
                throw unreadable();
            }
            verified.put(file.sha256(), true);
        }
        InputStream content = open(file);
        try {
            content.skipNBytes(from);
            return new FirstBytes(content, length);
        } catch (IOException broken) {
            content.close();
            throw broken;
        }
    }

    private InputStream checked(AttachmentRow file) throws IOException {
        return new CheckedContent(open(file), file.sha256(), file.size(), () -> {
            verified.invalidate(file.sha256());
            LOG.error(
                    "File {} is damaged: what the blob store has is not the content with the SHA-256 {} and {} bytes;"
                            + " restore it from a backup",
                    file.id(),
                    file.sha256(),
                    file.size());
        });
    }

    private InputStream open(AttachmentRow file) throws IOException {
        return blobs.open(file.sha256()).orElseThrow(() -> {
            LOG.error("File {} is missing: no blob store has the content {}", file.id(), file.sha256());
            return unreadable();
        });
    }

    private static SwitchboardException unreadable() {
        return new SwitchboardException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "The content of this file is missing or damaged; tell whoever runs this desk");
    }
}
