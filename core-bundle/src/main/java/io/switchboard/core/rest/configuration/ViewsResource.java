package io.switchboard.core.rest.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Shelf;
import io.switchboard.core.desk.view.SavedView;
import io.switchboard.core.desk.view.Views;
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
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Views: those that every desk has, and saved ones. {@code GET /tickets?view=} lists the tickets of one. */
@Path("/views")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = ViewsResource.class)
public final class ViewsResource {
    private final Views views;
    private final ShelfItems<SavedView, ViewView> items;

    /** Makes the resource. */
    @Activate
    public ViewsResource(@Reference Views views, @Reference Shelf shelf) {
        this.views = views;
        this.items = new ShelfItems<>(
                shelf,
                Views.KIND,
                item -> ViewView.of(item, views.missing(item.content().conditions()), null));
    }

    /** Lists views; those that every desk has stand on the first page, before the saved ones. */
    @GET
    @Operation(
            summary = "List views; with counts=true also how many tickets each of the first 50 has, up to 1,000",
            operationId = "listViews")
    public Page<ViewView> list(
            @Context Caller caller, @QueryParam("counts") @Nullable String counts, @BeanParam ShelfPage page) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        Page<Item<SavedView>> saved = items.list(caller, page, Function.identity());
        return new ViewPage(views, caller, Parameters.flag("counts", counts)).of(saved, page.first());
    }

    /** Saves a view. */
    @POST
    @Operation(summary = "Save a view", operationId = "addView")
    public Response add(@Context Caller caller, ViewRequest request) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        return items.made(views.add(caller, request.label(), request.view()));
    }

    /** Reads a view. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read a view", operationId = "getView")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        Optional<ListTickets.View> builtIn = Arrays.stream(ListTickets.View.values())
                .filter(view -> view.id().equals(id))
                .findFirst();
        return builtIn.isPresent()
                ? Response.ok(ViewView.of(builtIn.get(), null)).build()
                : items.found(items.find(caller, id));
    }

    /** Changes a saved view. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a saved view", operationId = "editView")
    public Response edit(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ObjectNode patch)
            throws JsonProcessingException {
        Item<SavedView> known = items.find(caller, id);
        long seen = Parameters.seen(version, known.version());
        ViewRequest wanted = MergePatch.apply(ViewRequest.of(known), patch, ViewRequest.class);
        return items.found(views.replace(caller, known.id(), seen, wanted.label(), wanted.view()));
    }

    /** Removes a saved view. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a saved view", operationId = "removeView")
    public void remove(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        items.remove(caller, id, version);
    }
}
