package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.shelf.Shelf;
import io.switchboard.core.desk.template.Template;
import io.switchboard.core.desk.template.Templates;
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

/** Fills templates in. */
@Path("/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = RenderResource.class)
public final class RenderResource {
    private final Templates templates;
    private final Shelf shelf;
    private final ReadTicket read;

    /** Makes the resource. */
    @Activate
    public RenderResource(@Reference Templates templates, @Reference Shelf shelf, @Reference ReadTicket read) {
        this.templates = templates;
        this.shelf = shelf;
        this.read = read;
    }

    /** For which ticket a template is filled in, by id or number. */
    public record RenderRequest(@Nullable String ticket) {}

    /** A text that need not be kept, and the ticket for which it is filled in. */
    public record PreviewRequest(
            @Nullable String ticket,
            @Nullable String body,
            @Nullable String format) {}

    /** A text that was filled in, and as safe HTML. */
    public record Rendered(String body, String format, String html) {}

    /** Fills a template in. */
    @POST
    @Path("/{id}/render")
    @Operation(summary = "Fill a template in for a ticket", operationId = "renderTemplate")
    public Rendered render(@Context Caller caller, @PathParam("id") String id, RenderRequest request) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        Template template =
                shelf.get(caller, Templates.KIND, ShelfPage.id("template", id)).content();
        String ticket = required("ticket", request.ticket());
        String body = templates.render(caller, template.body(), template.format(), read.resolve(ticket));
        return rendered(body, template.format());
    }

    /** Fills in a text that is not kept. */
    @POST
    @Path("/preview")
    @Operation(summary = "Fill in a text that need not be kept, for a ticket", operationId = "previewTemplate")
    public Rendered preview(@Context Caller caller, PreviewRequest request) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        BodyFormat format = request.format() == null ? BodyFormat.MARKDOWN : BodyFormat.of(request.format(), "format");
        String ticket = required("ticket", request.ticket());
        String text = required("body", request.body());
        return rendered(templates.render(caller, text, format, read.resolve(ticket)), format);
    }

    private static Rendered rendered(String body, BodyFormat format) {
        return new Rendered(body, format.id(), Bodies.toHtml(body, format));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw SwitchboardException.field(field, "must be given");
        }
        return value;
    }
}
