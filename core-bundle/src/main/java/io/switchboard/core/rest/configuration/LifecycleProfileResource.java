package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.LifecycleProfiles;
import io.switchboard.core.desk.configuration.TypeProfiles;
import io.switchboard.core.desk.configuration.TypeProfiles.Followers;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The lifecycle profiles: their statuses, what may follow each, and which types of ticket follow the profile. */
@Path("/lifecycle-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = LifecycleProfileResource.class)
public final class LifecycleProfileResource {
    private final Lifecycle lifecycle;
    private final LifecycleProfiles own;
    private final TypeProfiles types;

    /** Makes the resource. */
    @Activate
    public LifecycleProfileResource(
            @Reference Lifecycle lifecycle, @Reference LifecycleProfiles own, @Reference TypeProfiles types) {
        this.lifecycle = lifecycle;
        this.own = own;
        this.types = types;
    }

    /** Lists the profiles. */
    @GET
    @Operation(summary = "List the lifecycle profiles", operationId = "getLifecycleProfiles")
    public Page<LifecycleProfileView> list(@Context Caller caller) {
        AccessPolicy.requireKnown(caller);
        return new Page<>(
                lifecycle.profiles().stream()
                        .map(profile -> LifecycleProfileView.of(
                                profile, types.followers(caller, profile.id()).types()))
                        .toList(),
                null);
    }

    /** Reads a profile. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read a lifecycle profile", operationId = "getLifecycleProfile")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        AccessPolicy.requireKnown(caller);
        return answer(Response.ok(), profile(id), types.followers(caller, id));
    }

    /** Says which types of ticket follow the profile from now on; tickets that are there keep theirs. */
    @PATCH
    @Path("/{id}")
    @Operation(summary = "Choose the types of ticket that follow a profile", operationId = "chooseLifecycleProfile")
    public Response choose(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            FollowersRequest request) {
        Precondition seen = Parameters.requiredIfMatch(version);
        return answer(Response.ok(), profile(id), types.choose(caller, id, request.wanted(), seen));
    }

    /** Adds a profile of the desk's own. */
    @POST
    @Operation(summary = "Add a lifecycle profile of the desk's own", operationId = "addLifecycleProfile")
    public Response add(@Context Caller caller, LifecycleProfileRequest request) {
        LifecycleProfile added = own.add(caller, request.file(null));
        return answer(
                Response.created(URI.create("/api/v1/lifecycle-profiles/" + added.id())),
                added,
                types.followers(caller, added.id()));
    }

    /** Replaces a profile of the desk's own. */
    @PUT
    @Path("/{id}")
    @Operation(summary = "Replace a lifecycle profile of the desk's own", operationId = "putLifecycleProfile")
    public Response put(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            LifecycleProfileRequest request) {
        LifecycleProfile put = own.replace(caller, request.file(id), Parameters.requiredIfMatch(version));
        return answer(Response.ok(), put, types.followers(caller, id));
    }

    /** Removes a profile of the desk's own. */
    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Remove a lifecycle profile of the desk's own that nothing follows",
            operationId = "removeLifecycleProfile")
    public Response remove(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        own.remove(caller, id, Parameters.requiredIfMatch(version));
        return Response.noContent().build();
    }

    private LifecycleProfile profile(String id) {
        return lifecycle.find(id).orElseThrow(() -> SwitchboardException.notFound("lifecycle profile"));
    }

    private static Response answer(ResponseBuilder answer, LifecycleProfile profile, Followers followers) {
        return answer.entity(LifecycleProfileView.of(profile, followers.types()))
                .header(HttpHeaders.ETAG, Parameters.etag(followers.version()))
                .build();
    }
}
