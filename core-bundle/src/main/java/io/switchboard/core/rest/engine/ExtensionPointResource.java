package io.switchboard.core.rest.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.sockets.ReadExtensionPoints;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who serves each extension point, and how calls to them went. */
@Component(service = ExtensionPointResource.class)
@JakartarsResource
@Path("extension-points")
@Produces(MediaType.APPLICATION_JSON)
public final class ExtensionPointResource {
    private final ReadExtensionPoints read;

    /** Makes the resource. */
    @Activate
    public ExtensionPointResource(@Reference ReadExtensionPoints read) {
        this.read = read;
    }

    /** Lists all extension points. */
    @GET
    @Operation(summary = "List the extension points and how calls to plugins went", operationId = "listExtensionPoints")
    public Object list(@Context Caller caller) {
        return Items.of(read.handle(caller).stream().map(ExtensionPointView::of).toList());
    }
}
