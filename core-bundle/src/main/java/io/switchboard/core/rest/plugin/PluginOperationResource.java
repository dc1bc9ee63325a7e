package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.ReadPluginOperation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** A plugin at work. */
@Component(service = PluginOperationResource.class)
@JakartarsResource
@Path("plugins/{plugin}/operation")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginOperationResource {
    private final ReadPluginOperation read;

    /** Makes the resource. */
    @Activate
    public PluginOperationResource(@Reference ReadPluginOperation read) {
        this.read = read;
    }

    /** Shows calls, what waits, and what the log says. */
    @GET
    @Operation(
            summary = "Read how calls of a plugin go, what waits for it, and what the log says of it",
            operationId = "getPluginOperation")
    public PluginOperationView show(@Context Caller caller, @PathParam("plugin") String plugin) {
        return PluginOperationView.of(read.handle(caller, plugin));
    }
}
