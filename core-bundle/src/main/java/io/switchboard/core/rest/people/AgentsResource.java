package io.switchboard.core.rest.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.AgentProfile;
import io.switchboard.core.people.directory.Agents;
import io.switchboard.core.rest.ApiJson;
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

/** Agents. */
@Path("/agents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = AgentsResource.class)
public final class AgentsResource {
    private final Agents agents;

    /** Makes the resource. */
    @Activate
    public AgentsResource(@Reference Agents agents) {
        this.agents = agents;
    }

    /** Lists agents. */
    @GET
    @Operation(summary = "List agents, or those whose name or address begins with q", operationId = "listAgents")
    public Page<AgentView> list(@Context Caller caller, @BeanParam NamedList list) {
        return list.page(
                "agents",
                (prefix, after, limit) -> agents.list(caller, prefix, after, limit),
                agent -> agent.details().name(),
                agent -> agent.id().value(),
                AgentView::of);
    }

    /** Makes an agent. */
    @POST
    @Operation(summary = "Make an agent", operationId = "makeAgent")
    public Response make(@Context Caller caller, AgentRequest request) {
        AgentProfile made = agents.make(caller, request.details(), request.checkedPassword());
        return answer(Response.created(URI.create("/api/v1/agents/" + made.id())), made);
    }

    /** Reads an agent. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read an agent", operationId = "getAgent")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return answer(Response.ok(), agents.get(caller, PersonId.of(id)));
    }

    /** Changes an agent. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change an agent", operationId = "editAgent")
    public Response edit(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ObjectNode patch)
            throws JsonProcessingException {
        AgentProfile known = agents.get(caller, PersonId.of(id));
        Edition.check(ifMatch, known.version());
        AgentRequest wanted = MergePatch.apply(AgentRequest.of(known.details()), patch, AgentRequest.class);
        return answer(
                Response.ok(),
                agents.edit(caller, known.id(), known.version(), wanted.details(), wanted.checkedPassword()));
    }

    /** Takes an agent out of service: signed out, given no tickets, still named by what they did. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deactivate an agent", operationId = "deactivateAgent")
    public Response deactivate(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch)
            throws JsonProcessingException {
        return edit(caller, id, ifMatch, ApiJson.MAPPER.createObjectNode().put("active", false));
    }

    private static Response answer(Response.ResponseBuilder response, AgentProfile agent) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(agent.version()))
                .entity(AgentView.of(agent))
                .build();
    }
}
