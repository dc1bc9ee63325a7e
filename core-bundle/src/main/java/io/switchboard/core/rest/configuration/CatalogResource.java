package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.Catalog.Versioned;
import io.switchboard.core.desk.configuration.CatalogEntry;
import io.switchboard.core.desk.configuration.CatalogKind;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
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
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Categories, products and priorities: what tickets are filed under. */
@Path("/{catalog: categories|products|priorities}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = CatalogResource.class)
public final class CatalogResource {
    private final Catalog catalog;

    /** Makes the resource. */
    @Activate
    public CatalogResource(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    /** An entry to be made or changed; what is left out stays as it is. */
    public record EntryRequest(
            @Nullable String id,
            @Nullable String name,
            @Nullable String description,
            @Nullable Boolean active) {}

    /** Lists the entries, parents before children. */
    @GET
    @Operation(summary = "List what tickets are filed under", operationId = "getCatalog")
    public Page<CatalogEntry> list(@Context Caller caller, @PathParam("catalog") String kind) {
        return new Page<>(
                catalog.list(caller, kind(kind)).stream().map(Versioned::entry).toList(), null);
    }

    /** Reads an entry. */
    @GET
    @Path("/{id: .+}")
    @Operation(summary = "Read an entry", operationId = "getCatalogEntry")
    public Response get(@Context Caller caller, @PathParam("catalog") String kind, @PathParam("id") String id) {
        return answer(Response.ok(), catalog.get(caller, kind(kind), id));
    }

    /** Adds an entry. */
    @POST
    @Operation(summary = "Add an entry", operationId = "addCatalogEntry")
    public Response add(@Context Caller caller, @PathParam("catalog") String kind, EntryRequest request) {
        Versioned added = catalog.add(
                caller,
                kind(kind),
                new CatalogEntry(
                        request.id() == null ? "" : request.id(),
                        request.name() == null ? "" : request.name(),
                        request.description(),
                        request.active() == null || request.active()));
        return answer(
                Response.created(
                        URI.create(kind(kind).path() + "/" + added.entry().id())),
                added);
    }

    /** Changes an entry; its id stays. */
    @PATCH
    @Path("/{id: .+}")
    @Operation(summary = "Change an entry", operationId = "editCatalogEntry")
    public Response edit(
            @Context Caller caller,
            @PathParam("catalog") String kind,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            EntryRequest request) {
        Versioned known = catalog.get(caller, kind(kind), id);
        CatalogEntry entry = known.entry();
        if (request.id() != null && !request.id().equals(id)) {
            throw SwitchboardException.field("id", "never changes; add another and make this one inactive");
        }
        CatalogEntry wanted = new CatalogEntry(
                id,
                request.name() == null ? entry.name() : request.name(),
                request.description() == null ? entry.description() : request.description(),
                request.active() == null ? entry.active() : request.active());
        return answer(
                Response.ok(), catalog.replace(caller, kind(kind), wanted, Parameters.seen(version, known.version())));
    }

    /** Removes an entry; tickets that have it keep it. */
    @DELETE
    @Path("/{id: .+}")
    @Operation(summary = "Remove an entry", operationId = "removeCatalogEntry")
    public void remove(
            @Context Caller caller,
            @PathParam("catalog") String kind,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        Versioned known = catalog.get(caller, kind(kind), id);
        catalog.remove(caller, kind(kind), id, Parameters.seen(version, known.version()));
    }

    private static Response answer(Response.ResponseBuilder response, Versioned entry) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(entry.version()))
                .entity(entry.entry())
                .build();
    }

    private static CatalogKind kind(String plural) {
        for (CatalogKind kind : CatalogKind.values()) {
            if (kind.path().endsWith("/" + plural)) {
                return kind;
            }
        }
        throw SwitchboardException.notFound("catalog");
    }
}
