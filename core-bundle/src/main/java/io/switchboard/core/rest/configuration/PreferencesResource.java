package io.switchboard.core.rest.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.KeepPreferences;
import io.switchboard.core.people.directory.KeepPreferences.Kept;
import io.switchboard.core.rest.MergePatch;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** How the signed-in person wants the desk to be. */
@Path("/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = PreferencesResource.class)
public final class PreferencesResource {
    private final KeepPreferences preferences;

    /** Makes the resource. */
    @Activate
    public PreferencesResource(@Reference KeepPreferences preferences) {
        this.preferences = preferences;
    }

    /** Reads the preferences. */
    @GET
    @Operation(summary = "Read one's own preferences", operationId = "getPreferences")
    public Response get(@Context Caller caller) {
        return answer(preferences.get(caller));
    }

    /** Replaces the preferences; what is left out is as it was at first. */
    @PUT
    @Operation(summary = "Replace one's own preferences", operationId = "putPreferences")
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            PreferencesText wanted) {
        long seen = Parameters.seen(version, preferences.get(caller).version());
        return answer(preferences.put(caller, wanted.preferences(), seen));
    }

    /** Changes what is named of the preferences (RFC 7396). */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change one's own preferences", operationId = "editPreferences")
    public Response edit(
            @Context Caller caller, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, ObjectNode patch)
            throws JsonProcessingException {
        Kept known = preferences.get(caller);
        long seen = Parameters.seen(version, known.version());
        PreferencesText wanted = MergePatch.apply(PreferencesText.of(known.own()), patch, PreferencesText.class);
        return answer(preferences.put(caller, wanted.preferences(), seen));
    }

    private static Response answer(Kept kept) {
        return Response.ok(PreferencesText.of(kept.shown()))
                .header(HttpHeaders.ETAG, Parameters.etag(kept.version()))
                .build();
    }
}
