package io.switchboard.core.rest.file;

import io.switchboard.core.files.DownloadFile.Download;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file as HTTP gives it: whole, in part, or not at all to whoever has it; never so that a browser makes a page of it. */
record FileAnswer(Download file) {
    private static final int PART = 206;
    private static final int UNSATISFIABLE = 416;

    static FileAnswer of(Download file) {
        return new FileAnswer(file);
    }

    /** Answers a GET. */
    Response get(@Nullable String ifRange, @Nullable String range, @Nullable String known) throws IOException {
        if (isKnown(known)) {
            return headers(Response.notModified()).build();
        }
        long size = file.row().size();
        ByteRange wanted = ByteRange.of(ifRange == null || ifRange.strip().equals(tag()) ? range : null, size);
        if (wanted instanceof ByteRange.Part part) {
            return content(Response.status(PART), file.open(part.first(), part.length()), part.length())
                    .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size)
                    .build();
        }
        if (wanted instanceof ByteRange.Unsatisfiable) {
            return headers(Response.status(UNSATISFIABLE))
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        return content(Response.ok(), file.open(), size).build();
    }

    /** Answers a HEAD. */
    Response head() {
        return described(Response.ok(), file.row().size()).build();
    }

    private String tag() {
        return "\"" + file.row().sha256() + "\"";
    }

    private boolean isKnown(@Nullable String known) {
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(tag()) || tag.equals("W/" + tag()));
    }

    private Response.ResponseBuilder content(Response.ResponseBuilder response, InputStream content, long length) {
        StreamingOutput body = out -> {
            try (content) {
                content.transferTo(out);
            }
        };
        return described(response, length).entity(body);
    }

    private Response.ResponseBuilder described(Response.ResponseBuilder response, long length) {
        return headers(response)
                .header(HttpHeaders.CONTENT_TYPE, file.row().type())
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment(file.row().name()));
    }

    private Response.ResponseBuilder headers(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.ETAG, tag())
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
