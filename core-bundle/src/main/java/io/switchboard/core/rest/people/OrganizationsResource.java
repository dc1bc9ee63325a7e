package io.switchboard.core.rest.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.OrganizationProfile;
import io.switchboard.core.people.directory.Organizations;
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
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Organizations. */
@Path("/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = OrganizationsResource.class)
public final class OrganizationsResource {
    private final Organizations organizations;

    /** Makes the resource. */
    @Activate
    public OrganizationsResource(@Reference Organizations organizations) {
        this.organizations = organizations;
    }

    /** Lists organizations. */
    @GET
    @Operation(summary = "List organizations, or those whose name begins with q", operationId = "listOrganizations")
    public Page<OrganizationView> list(@Context Caller caller, @BeanParam NamedList list) {
        return list.page(
                "organizations",
                (prefix, after, limit) -> organizations.list(caller, prefix, after, limit),
                organization -> organization.details().name(),
                organization -> organization.id().value(),
                OrganizationView::of);
    }

    /** Makes an organization. */
    @POST
    @Operation(summary = "Make an organization", operationId = "makeOrganization")
    public Response make(@Context Caller caller, OrganizationRequest request) {
        OrganizationProfile made = organizations.make(caller, request.details());
        return answer(Response.created(URI.create("/api/v1/organizations/" + made.id())), made);
    }

    /** Reads an organization. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read an organization", operationId = "getOrganization")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return answer(Response.ok(), organizations.get(caller, OrganizationId.of(id)));
    }

    /** Changes an organization. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change an organization", operationId = "editOrganization")
    public Response edit(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ObjectNode patch)
            throws JsonProcessingException {
        OrganizationProfile known = organizations.get(caller, OrganizationId.of(id));
        Edition.check(ifMatch, known.version());
        OrganizationRequest wanted =
                MergePatch.apply(OrganizationRequest.of(known.details()), patch, OrganizationRequest.class);
        return answer(Response.ok(), organizations.edit(caller, known.id(), known.version(), wanted.details()));
    }

    /** Removes an organization. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove an organization without members", operationId = "removeOrganization")
    public void remove(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        OrganizationProfile known = organizations.get(caller, OrganizationId.of(id));
        Edition.check(ifMatch, known.version());
        organizations.remove(caller, known.id(), known.version());
    }

    private static Response answer(Response.ResponseBuilder response, OrganizationProfile organization) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(organization.version()))
                .entity(OrganizationView.of(organization))
                .build();
    }
}
