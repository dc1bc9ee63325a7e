package io.switchboard.core.rest.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.TeamProfile;
import io.switchboard.core.people.directory.Teams;
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

/** Teams. */
@Path("/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = TeamsResource.class)
public final class TeamsResource {
    private final Teams teams;

    /** Makes the resource. */
    @Activate
    public TeamsResource(@Reference Teams teams) {
        this.teams = teams;
    }

    /** Lists teams. */
    @GET
    @Operation(summary = "List teams, or those whose name begins with q", operationId = "listTeams")
    public Page<TeamView> list(@Context Caller caller, @BeanParam NamedList list) {
        return list.page(
                "teams",
                (prefix, after, limit) -> teams.list(caller, prefix, after, limit),
                team -> team.details().name(),
                team -> team.id().value(),
                TeamView::of);
    }

    /** Makes a team. */
    @POST
    @Operation(summary = "Make a team", operationId = "makeTeam")
    public Response make(@Context Caller caller, TeamRequest request) {
        TeamProfile made = teams.make(caller, request.details());
        return answer(Response.created(URI.create("/api/v1/teams/" + made.id())), made);
    }

    /** Reads a team. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read a team", operationId = "getTeam")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return answer(Response.ok(), teams.get(caller, TeamId.of(id)));
    }

    /** Changes a team. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a team", operationId = "editTeam")
    public Response edit(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ObjectNode patch)
            throws JsonProcessingException {
        TeamProfile known = teams.get(caller, TeamId.of(id));
        Edition.check(ifMatch, known.version());
        TeamRequest wanted = MergePatch.apply(TeamRequest.of(known.details()), patch, TeamRequest.class);
        return answer(Response.ok(), teams.edit(caller, known.id(), known.version(), wanted.details()));
    }

    /** Removes a team. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a team without tickets", operationId = "removeTeam")
    public void remove(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        TeamProfile known = teams.get(caller, TeamId.of(id));
        Edition.check(ifMatch, known.version());
        teams.remove(caller, known.id(), known.version());
    }

    private static Response answer(Response.ResponseBuilder response, TeamProfile team) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(team.version()))
                .entity(TeamView.of(team))
                .build();
    }
}
