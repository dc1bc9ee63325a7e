package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.PluginQuarantine;
import io.switchboard.core.plugins.ReadPlugins;
import io.switchboard.core.plugins.text.ReaderLanguages;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The quarantine of a plugin. */
@Component(service = PluginQuarantineResource.class)
@JakartarsResource
@Path("plugins/{plugin}/quarantine")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginQuarantineResource {
    private final PluginQuarantine quarantine;
    private final ReadPlugins read;

    /** Makes the resource. */
    @Activate
    public PluginQuarantineResource(@Reference PluginQuarantine quarantine, @Reference ReadPlugins read) {
        this.quarantine = quarantine;
        this.read = read;
    }

    /** Has the desk ask the plugin again. */
    @POST
    @Path("lift")
    @Operation(summary = "Let a plugin out of quarantine", operationId = "liftPluginQuarantine")
    public PluginView lift(
            @Context Caller caller, @Context ReaderLanguages languages, @PathParam("plugin") String plugin) {
        quarantine.lift(caller, plugin);
        return PluginView.of(read.one(caller, plugin), languages);
    }
}
