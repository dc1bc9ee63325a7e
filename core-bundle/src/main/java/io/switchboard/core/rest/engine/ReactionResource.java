package io.switchboard.core.rest.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.feed.ListParked;
import io.switchboard.core.feed.ListReactions;
import io.switchboard.core.feed.ReplayParked;
import io.switchboard.core.feed.ReplayReaction;
import io.switchboard.core.feed.SkipParked;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Reactions: their backlogs, what is parked for them, and telling them again. */
@Component(service = ReactionResource.class)
@JakartarsResource
@Path("reactions")
@Produces(MediaType.APPLICATION_JSON)
public final class ReactionResource {
    private final ListReactions list;
    private final ReplayReaction replay;
    private final ListParked parked;
    private final ReplayParked replayParked;
    private final SkipParked skipParked;

    /** Makes the resource. */
    @Activate
    public ReactionResource(
            @Reference ListReactions list,
            @Reference ReplayReaction replay,
            @Reference ListParked parked,
            @Reference ReplayParked replayParked,
            @Reference SkipParked skipParked) {
        this.list = list;
        this.replay = replay;
        this.parked = parked;
        this.replayParked = replayParked;
        this.skipParked = skipParked;
    }

    /**
     * What is to be told again.
     *
     * @param from since when everything is told again; without it only what is parked
     */
    public record ReplayRequest(@Nullable Instant from) {}

    /** Lists all subscriptions. */
    @GET
    @Operation(summary = "List the subscriptions of reactions with their backlogs", operationId = "listReactions")
    public Object list(@Context Caller caller) {
        return Items.of(list.handle(caller));
    }

    /** Tells a reaction again. */
    @POST
    @Path("{reaction}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell a reaction again", operationId = "replayReaction")
    public void replay(
            @Context Caller caller, @PathParam("reaction") String reaction, @Nullable ReplayRequest request) {
        replay.handle(caller, reaction, request == null ? null : request.from());
    }

    /** Lists what is parked. */
    @GET
    @Path("{reaction}/parked")
    @Operation(summary = "List what is parked for a reaction", operationId = "listParked")
    public Object parked(@Context Caller caller, @PathParam("reaction") String reaction) {
        return Items.of(parked.handle(caller, reaction));
    }

    /** Has a parked row delivered anew. */
    @POST
    @Path("{reaction}/parked/{row}/replay")
    @Operation(summary = "Have a parked row delivered anew", operationId = "replayParked")
    public void replayParked(
            @Context Caller caller, @PathParam("reaction") String reaction, @PathParam("row") String row) {
        replayParked.handle(caller, reaction, row);
    }

    /** Gives a parked row up. */
    @POST
    @Path("{reaction}/parked/{row}/skip")
    @Operation(summary = "Give a parked row up", operationId = "skipParked")
    public void skipParked(
            @Context Caller caller, @PathParam("reaction") String reaction, @PathParam("row") String row) {
        skipParked.handle(caller, reaction, row);
    }
}
