package io.switchboard.testkit.fake;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.Downloads;
import io.switchboard.api.files.Uploads;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.testkit.data.SampleIds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps uploaded files in memory, all as {@code application/octet-stream}, up to a limit. */
public final class InMemoryUploads implements Uploads, Downloads {
    private final int limit;
    private final Map<AttachmentId, Attachment> files = new ConcurrentHashMap<>();
    private final Map<AttachmentId, byte[]> contents = new ConcurrentHashMap<>();
    private final AtomicLong serial = new AtomicLong();

    /** Takes files of at most {@code limit} bytes. */
    public InMemoryUploads(int limit) {
        this.limit = limit;
    }

    @Override
    public Attachment keep(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new SwitchboardException(ErrorCode.TOO_LARGE, "a file may have at most " + limit + " bytes");
        }
        AttachmentId id = SampleIds.attachment(serial.incrementAndGet());
        String shown = name.replaceAll("[\\\\/\\p{Cntrl}]", "_");
        Attachment file = new Attachment(id, shown, "application/octet-stream", bytes.length, sha256(bytes));
        files.put(id, file);
        contents.put(id, bytes);
        return file;
    }

    @Override
    public long largest() {
        return limit;
    }

    /** Gives every file that was kept to everybody. */
    @Override
    public Download open(TicketId ticket, PersonId person, AttachmentId file) {
        Attachment kept = files.get(file);
        byte[] content = contents.get(file);
        if (kept == null || content == null) {
            throw SwitchboardException.notFound("attachment");
        }
        return new Download(kept, new ByteArrayInputStream(content));
    }

    /** Returns a file that was kept, or nothing. */
    public Optional<Attachment> file(AttachmentId id) {
        return Optional.ofNullable(files.get(id));
    }

    /** Returns a copy of a kept file's bytes, or nothing. */
    public Optional<byte[]> content(AttachmentId id) {
        return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
