package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.plugins.PluginSettings;
import io.switchboard.core.plugins.PluginSettings.Settings;
import io.switchboard.core.plugins.text.ReaderLanguages;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The settings of a plugin: a JSON Schema and values, secrets never among them. */
@Component(service = PluginSettingsResource.class)
@JakartarsResource
@Path("plugins/{plugin}/settings")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginSettingsResource {
    private final PluginSettings settings;

    /** Makes the resource. */
    @Activate
    public PluginSettingsResource(@Reference PluginSettings settings) {
        this.settings = settings;
    }

    /**
     * New settings.
     *
     * @param values all of them by name; secrets that are not named stay as they are, null takes a value away
     */
    public record SettingsRequest(@Nullable Map<String, @Nullable Object> values) {}

    /** Shows the settings. */
    @GET
    @Operation(summary = "Read a plugin's settings", operationId = "getPluginSettings")
    public Response show(
            @Context Caller caller, @Context ReaderLanguages languages, @PathParam("plugin") String plugin) {
        return answer(settings.read(caller, plugin), languages);
    }

    /** Replaces the settings. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a plugin's settings", operationId = "putPluginSettings")
    public Response change(
            @Context Caller caller,
            @Context ReaderLanguages languages,
            @PathParam("plugin") String plugin,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            SettingsRequest request) {
        Map<String, @Nullable Object> values = request.values();
        if (values == null) {
            throw SwitchboardException.field("values", "must be an object of settings by name");
        }
        Long expected =
                Parameters.requiredIfMatch(version) instanceof Precondition.Version seen ? seen.version() : null;
        return answer(settings.change(caller, plugin, values, expected), languages);
    }

    static Response answer(Settings shown, ReaderLanguages languages) {
        return Response.ok(PluginSettingsView.of(shown, languages))
                .tag(String.valueOf(shown.version()))
                .build();
    }
}
