package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.desk.conversation.ReopenWindow;
import io.switchboard.core.desk.conversation.ReopenWindow.Days;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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

/** For how long an answer opens a solved ticket again. */
@Path("/reopen-window")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = ReopenWindowResource.class)
public final class ReopenWindowResource {
    private final ReopenWindow window;

    /** Makes the resource. */
    @Activate
    public ReopenWindowResource(@Reference ReopenWindow window) {
        this.window = window;
    }

    /** The window as it is wanted. */
    public record ReopenWindowRequest(@Nullable Integer days) {}

    /** Reads the window. */
    @GET
    @Operation(summary = "For how many days an answer opens a solved ticket again", operationId = "getReopenWindow")
    public Response get(@Context Caller caller) {
        return answer(window.get(caller));
    }

    /** Changes the window. */
    @PUT
    @Operation(
            summary = "Say for how many days an answer opens a solved ticket again; 0 is never",
            operationId = "putReopenWindow")
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ReopenWindowRequest request) {
        Integer days = request.days();
        if (days == null) {
            throw SwitchboardException.field("days", "must be given");
        }
        return answer(window.replace(caller, new Days(days), Parameters.requiredIfMatch(version)));
    }

    private static Response answer(Versioned<Days> window) {
        return Response.ok(window.content())
                .header(HttpHeaders.ETAG, Parameters.etag(window.version()))
                .build();
    }
}
