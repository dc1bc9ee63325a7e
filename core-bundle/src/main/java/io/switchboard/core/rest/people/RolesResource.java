package io.switchboard.core.rest.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.RoleProfile;
import io.switchboard.core.people.directory.Roles;
import io.switchboard.core.rest.MergePatch;
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

/** Roles: named sets of rights. They are few, so the list has one page. */
@Path("/roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = RolesResource.class)
public final class RolesResource {
    private final Roles roles;

    /** Makes the resource. */
    @Activate
    public RolesResource(@Reference Roles roles) {
        this.roles = roles;
    }

    /** Lists roles. */
    @GET
    @Operation(summary = "List roles with their rights", operationId = "listRoles")
    public Page<RoleView> list(@Context Caller caller) {
        return new Page<>(roles.list(caller).stream().map(RoleView::of).toList(), null);
    }

    /** Makes a role. */
    @POST
    @Operation(summary = "Make a role", operationId = "makeRole")
    public Response make(@Context Caller caller, RoleRequest request) {
        RoleProfile made = roles.make(caller, request.newId(), request.details());
        return answer(Response.created(URI.create("/api/v1/roles/" + made.id())), made);
    }

    /** Reads a role. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read a role", operationId = "getRole")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return answer(Response.ok(), roles.get(caller, id));
    }

    /** Changes a role's name or rights; its id stays. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a role", operationId = "editRole")
    public Response edit(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ObjectNode patch)
            throws JsonProcessingException {
        RoleProfile known = roles.get(caller, id);
        Edition.check(ifMatch, known.version());
        RoleRequest wanted = MergePatch.apply(RoleRequest.of(known), patch, RoleRequest.class);
        if (!known.id().equals(wanted.id())) {
            throw SwitchboardException.field("id", "cannot be changed; make another role");
        }
        return answer(Response.ok(), roles.edit(caller, id, known.version(), wanted.details()));
    }

    /** Removes a role. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a role that nobody has", operationId = "removeRole")
    public void remove(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        RoleProfile known = roles.get(caller, id);
        Edition.check(ifMatch, known.version());
        roles.remove(caller, id, known.version());
    }

    private static Response answer(Response.ResponseBuilder response, RoleProfile role) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(role.version()))
                .entity(RoleView.of(role))
                .build();
    }
}
