package io.switchboard.core.rest.file;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.jspecify.annotations.Nullable;
import org.jvnet.mimepull.MIMEMessage;
import org.jvnet.mimepull.MIMEParsingException;
import org.jvnet.mimepull.MIMEPart;

/** The field {@code file} of a form, read from a body that may be far larger than anybody wants to keep. */
final class FormFile implements AutoCloseable {
    private static final String FIELD = "file";
    private static final int MOST_PARTS = 20;

    private final MIMEMessage form;
    private final MIMEPart part;
    private final @Nullable String name;

    private FormFile(MIMEMessage form, MIMEPart part, @Nullable String name) {
        this.form = form;
        this.part = part;
        this.name = name;
    }

    /**
     * Finds the field.
     *
     * @param limit how many bytes the whole form may have
     * @throws SwitchboardException with {@code malformed-request}, {@code too-large}, or {@code invalid-field} if it is not
     *     there
     */
    static FormFile in(InputStream body, @Nullable MediaType type, long limit) throws IOException {
        String boundary = type == null ? null : type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw new SwitchboardException(ErrorCode.MALFORMED_REQUEST, "The form's Content-Type must give a boundary");
        }
        MIMEMessage form = new MIMEMessage(new Bounded(body, limit), boundary);
        try {
            List<MIMEPart> parts = form.getAttachments();
            if (parts.size() > MOST_PARTS) {
                throw new SwitchboardException(ErrorCode.TOO_LARGE, "A form must have at most 20 fields");
            }
            for (MIMEPart part : parts) {
                FormDataContentDisposition disposition = disposition(part);
                if (disposition != null && FIELD.equals(disposition.getName())) {
                    return new FormFile(form, part, utf8(disposition.getFileName()));
                }
            }
        } catch (MIMEParsingException unreadable) {
            form.close();
            throw unreadable.getCause() instanceof TooLong
                    ? new SwitchboardException(ErrorCode.TOO_LARGE, "A file must have at most " + limit + " bytes here")
                    : new SwitchboardException(ErrorCode.MALFORMED_REQUEST, "The form cannot be read; send it again");
        }
        form.close();
        throw SwitchboardException.field(FIELD, "must be a field of the form with the file in it");
    }

    private static @Nullable FormDataContentDisposition disposition(MIMEPart part) {
        List<String> headers = part.getHeader("content-disposition");
        try {
            return headers == null || headers.isEmpty() ? null : new FormDataContentDisposition(headers.get(0));
        } catch (ParseException | IllegalArgumentException unreadable) {
            throw new SwitchboardException(
                    ErrorCode.MALFORMED_REQUEST, "A field of the form has a Content-Disposition that is none");
        }
    }

    /** Browsers send names in UTF-8, which the parser reads byte by byte. */
    private static @Nullable String utf8(@Nullable String name) {
        return name == null ? null : new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Nullable
    String name() {
        return name;
    }

    InputStream content() {
        return part.readOnce();
    }

    @Override
    public void close() throws IOException {
        form.close();
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream body, long limit) {
            super(body);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws TooLong {
            left -= read;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }
}
