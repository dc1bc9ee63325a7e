package io.switchboard.core.rest.root;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.demo.DemoProgress;
import io.switchboard.core.rest.PublicResource;
import io.switchboard.core.web.FrontDoor;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What this server is, and the description of its API. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = RootResource.class)
public final class RootResource {
    private final String version;
    private final FrontDoor door;
    private final DemoProgress demo;
    private final ObjectNode description;

    /** Reads the description that was built. */
    @Activate
    public RootResource(BundleContext bundles, @Reference FrontDoor door, @Reference DemoProgress demo)
            throws IOException {
        this.version = Objects.requireNonNullElse(
                bundles.getProperty("switchboard.version"),
                bundles.getBundle().getVersion().toString());
        this.door = door;
        this.demo = demo;
        try (InputStream built =
                Objects.requireNonNull(PublicResource.class.getResourceAsStream("openapi.json"), "openapi.json")) {
            this.description = ApiDescription.complete(built, version);
        }
    }

    /**
     * What this server is.
     *
     * @param openapi where its API is described
     * @param demo whether its people and tickets are made up
     */
    public record Server(String name, String version, String openapi, boolean demo) {}

    /** Tells what this server is. */
    @GET
    @PublicResource
    @Operation(summary = "What this server is", operationId = "getServer")
    public Server server() {
        return new Server(
                "Switchboard",
                version,
                door.publicAddress().resolve("/api/v1/openapi.json").toString(),
                demo.find().isPresent());
    }

    /** Returns the OpenAPI document. */
    @GET
    @Path("/openapi.json")
    @PublicResource
    @Operation(summary = "The OpenAPI description of this API", operationId = "getOpenApi")
    public ObjectNode openApi() {
        return description;
    }
}
