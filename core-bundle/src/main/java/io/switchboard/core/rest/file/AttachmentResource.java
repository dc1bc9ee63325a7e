package io.switchboard.core.rest.file;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.files.DownloadFile;
import io.switchboard.core.files.DownloadFile.Download;
import io.switchboard.core.files.UploadFile;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Files. They are given so that a browser saves them and never makes a page of them. */
@Component(service = AttachmentResource.class)
@JakartarsResource
@Path("attachments")
public final class AttachmentResource {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final long FORM = UploadFile.MAXIMUM + (64 << 10);

    private final UploadFile upload;
    private final DownloadFile download;

    /** Makes the resource. */
    @Activate
    public AttachmentResource(@Reference UploadFile upload, @Reference DownloadFile download) {
        this.upload = upload;
        this.download = download;
    }

    /** A file as it is shown. */
    public record AttachmentView(String id, String name, String type, long size, String sha256) {
        static AttachmentView of(Attachment file) {
            return new AttachmentView(file.id().toString(), file.name(), file.type(), file.size(), file.sha256());
        }
    }

    /** Keeps the field {@code file} of a form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send a file by a form", operationId = "uploadFormFile")
    public Response uploadForm(@Context Caller caller, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        AccessPolicy.requireKnown(caller);
        try (FormFile file = FormFile.in(body, headers.getMediaType(), FORM);
                InputStream content = file.content()) {
            return created(upload.handle(caller, file.name(), content));
        }
    }

    /** Keeps the body itself. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send a file as the body", operationId = "uploadFile")
    public Response upload(@Context Caller caller, @QueryParam("name") @Nullable String name, InputStream body)
            throws IOException {
        return created(upload.handle(caller, name, body));
    }

    private static Response created(Attachment file) {
        return Response.created(URI.create("/api/v1/attachments/" + file.id()))
                .entity(AttachmentView.of(file))
                .build();
    }

    /** Gives a file, or the part of it that is asked for. */
    @GET
    @Path("{attachment}")
    @Operation(summary = "Get a file, or a part of it", operationId = "getAttachment")
    public Response get(
            @Context Caller caller,
            @PathParam("attachment") String id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known)
            throws IOException {
        return FileAnswer.of(find(caller, id)).get(ifRange, range, known);
    }

    /** Tells of a file what {@link #get} would, without its content. */
    @HEAD
    @Path("{attachment}")
    @Operation(hidden = true)
    public Response head(@Context Caller caller, @PathParam("attachment") String id) {
        return FileAnswer.of(find(caller, id)).head();
    }

    private Download find(Caller caller, String id) {
        if (!ID.matcher(id).matches()) {
            throw SwitchboardException.notFound("attachment");
        }
        return download.handle(caller, new AttachmentId(UUID.fromString(id)));
    }
}
