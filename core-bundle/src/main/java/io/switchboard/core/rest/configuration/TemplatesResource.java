package io.switchboard.core.rest.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Shelf;
import io.switchboard.core.desk.template.Template;
import io.switchboard.core.desk.template.Templates;
import io.switchboard.core.rest.MergePatch;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Reply templates. */
@Path("/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = TemplatesResource.class)
public final class TemplatesResource {
    private final Templates templates;
    private final ShelfItems<Template, TemplateView> items;
    private final ReadTicket read;

    /** Makes the resource. */
    @Activate
    public TemplatesResource(@Reference Templates templates, @Reference Shelf shelf, @Reference ReadTicket read) {
        this.templates = templates;
        this.items = new ShelfItems<>(shelf, Templates.KIND, TemplateView::of);
        this.read = read;
    }

    /** Lists templates. */
    @GET
    @Operation(
            summary = "List templates, or with a ticket the active ones that fit it, those in its language first",
            operationId = "listTemplates")
    public Page<TemplateView> list(
            @Context Caller caller, @QueryParam("ticket") @Nullable String ticket, @BeanParam ShelfPage page) {
        if (ticket != null) {
            AccessPolicy.require(caller, Right.TEMPLATE_USE);
            return new Page<>(
                    templates.fitting(caller, read.resolve(ticket)).stream()
                            .map(TemplateView::of)
                            .toList(),
                    null);
        }
        return items.list(caller, page);
    }

    /** Adds a template. */
    @POST
    @Operation(summary = "Add a template", operationId = "addTemplate")
    public Response add(@Context Caller caller, TemplateRequest request) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        return items.made(templates.add(caller, request.label(), request.template()));
    }

    /** Reads a template. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read a template", operationId = "getTemplate")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return items.found(items.find(caller, id));
    }

    /** Changes a template. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a template", operationId = "editTemplate")
    public Response edit(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ObjectNode patch)
            throws JsonProcessingException {
        Item<Template> known = items.find(caller, id);
        long seen = Parameters.seen(version, known.version());
        TemplateRequest wanted = MergePatch.apply(TemplateRequest.of(known), patch, TemplateRequest.class);
        return items.found(templates.replace(caller, known.id(), seen, wanted.label(), wanted.template()));
    }

    /** Removes a template. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a template", operationId = "removeTemplate")
    public void remove(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        items.remove(caller, id, version);
    }
}
