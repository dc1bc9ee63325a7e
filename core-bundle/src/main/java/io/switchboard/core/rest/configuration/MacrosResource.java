package io.switchboard.core.rest.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.macro.Macro;
import io.switchboard.core.desk.macro.Macros;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Shelf;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Macros. Applying them is a resource of its own. */
@Path("/macros")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = MacrosResource.class)
public final class MacrosResource {
    private final Macros macros;
    private final ShelfItems<Macro, MacroView> items;

    /** Makes the resource. */
    @Activate
    public MacrosResource(@Reference Macros macros, @Reference Shelf shelf) {
        this.macros = macros;
        this.items = new ShelfItems<>(shelf, Macros.KIND, MacroView::of);
    }

    /** Lists macros. */
    @GET
    @Operation(summary = "List macros", operationId = "listMacros")
    public Page<MacroView> list(@Context Caller caller, @BeanParam ShelfPage page) {
        return items.list(caller, page);
    }

    /** Adds a macro. */
    @POST
    @Operation(summary = "Add a macro", operationId = "addMacro")
    public Response add(@Context Caller caller, MacroRequest request) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        return items.made(macros.add(caller, request.label(), request.macro()));
    }

    /** Reads a macro. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read a macro", operationId = "getMacro")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return items.found(items.find(caller, id));
    }

    /** Changes a macro; its steps are replaced as a whole. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a macro; its steps are replaced as a whole", operationId = "editMacro")
    public Response edit(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ObjectNode patch)
            throws JsonProcessingException {
        Item<Macro> known = items.find(caller, id);
        long seen = Parameters.seen(version, known.version());
        MacroRequest wanted = MergePatch.apply(MacroRequest.of(known), patch, MacroRequest.class);
        return items.found(macros.replace(caller, known.id(), seen, wanted.label(), wanted.macro()));
    }

    /** Removes a macro. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a macro", operationId = "removeMacro")
    public void remove(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        items.remove(caller, id, version);
    }
}
