package io.switchboard.core.rest.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.desk.record.ReadTicket;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Shows what somebody writes as it will be shown to others, before it is posted. */
@Path("/tickets/{ticket}/messages/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = MessagePreviewResource.class)
public final class MessagePreviewResource {
    private static final int LONGEST = 200_000;

    private final ReadTicket read;

    /** Makes the resource. */
    @Activate
    public MessagePreviewResource(@Reference ReadTicket read) {
        this.read = read;
    }

    /** What is written. */
    public record MessagePreviewRequest(
            @Nullable String body, @Nullable String format) {}

    /** What is written, as safe HTML. */
    public record MessagePreview(String html) {}

    /** Keeps nothing, and shows it. */
    @POST
    @Operation(summary = "Show a message as it would be shown, without posting it", operationId = "previewMessage")
    public MessagePreview preview(
            @Context Caller caller, @PathParam("ticket") String ticket, MessagePreviewRequest request) {
        read.ticket(caller, read.resolve(ticket));
        String body = request.body();
        if (body == null) {
            throw SwitchboardException.field("body", "must be given");
        }
        if (body.codePointCount(0, body.length()) > LONGEST) {
            throw SwitchboardException.field("body", "must have at most " + LONGEST + " characters");
        }
        BodyFormat format = request.format() == null ? BodyFormat.TEXT : BodyFormat.of(request.format(), "format");
        return new MessagePreview(Bodies.toHtml(body, format));
    }
}
