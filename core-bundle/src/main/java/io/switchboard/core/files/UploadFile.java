package io.switchboard.core.files;

import io.switchboard.api.files.BlobStore.StoredBlob;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.conversation.Attaching;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.thread.AttachmentRow;
import io.switchboard.core.store.thread.ThreadStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps a file that somebody sends, to be attached to a message afterwards by the same person or plugin. */
@Component(service = UploadFile.class)
public final class UploadFile {
    /** How many bytes a file may have. */
    public static final long MAXIMUM = 50L << 20;

    private static final int LONGEST_TYPE = 200;

    private final Transactions transactions;
    private final ThreadStore threads;
    private final Blobs blobs;
    private final IdGenerator ids;
    private final MimeTypes types = MimeTypes.getDefaultMimeTypes(UploadFile.class.getClassLoader());

    /** Makes the use case. */
    @Activate
    public UploadFile(
            @Reference Transactions transactions,
            @Reference ThreadStore threads,
            @Reference Blobs blobs,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.threads = threads;
        this.blobs = blobs;
        this.ids = ids;
    }

    /**
     * Keeps a file.
     *
     * @param name what it is called; it is cleaned
     * @param content read to its end and not closed
     * @return the file with the type that its content shows
     */
    public Attachment handle(Caller caller, @Nullable String name, InputStream content) throws IOException {
        AccessPolicy.requireKnown(caller);
        String clean = FileNames.clean(name);
        InputStream buffered = new BufferedInputStream(content, types.getMinLength());
        String type = detect(clean, buffered);
        StoredBlob blob = blobs.put(buffered, MAXIMUM);
        AttachmentRow row = new AttachmentRow(
                new AttachmentId(ids.next()),
                clean,
                type,
                blob.size(),
                blob.sha256(),
                Attaching.uploader(caller),
                null,
                null,
                0,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        transactions.write(() -> {
            threads.addAttachment(row);
            transactions.made(row.id());
            return row;
        });
        return row.attachment();
    }

    private String detect(String name, InputStream content) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        String type = types.detect(content, metadata).toString();
        return type.length() > LONGEST_TYPE ? "application/octet-stream" : type;
    }
}
