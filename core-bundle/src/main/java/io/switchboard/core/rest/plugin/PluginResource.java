package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.ChangePlugin;
import io.switchboard.core.plugins.GoBack;
import io.switchboard.core.plugins.InstallPlugin;
import io.switchboard.core.plugins.ReadPlugins;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.plugins.text.ReaderLanguages;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.rest.plugin.PluginList.DesiredView;
import io.switchboard.core.store.plugin.PluginRow;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What is installed, and changing it. */
@Component(service = PluginResource.class)
@JakartarsResource
@Path("plugins")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginResource {
    /** Any plugin; {@code available} is what update sites offer, {@code snapshots} where earlier sets are. */
    static final String ONE = "{plugin: (?!(available|snapshots)$)[^/]+}";

    private final ReadPlugins read;
    private final InstallPlugin install;
    private final ChangePlugin change;
    private final GoBack back;

    /** Makes the resource. */
    @Activate
    public PluginResource(
            @Reference ReadPlugins read,
            @Reference InstallPlugin install,
            @Reference ChangePlugin change,
            @Reference GoBack back) {
        this.read = read;
        this.install = install;
        this.change = change;
        this.back = back;
    }

    /** Lists all plugins. */
    @GET
    @Operation(summary = "List the installed plugins", operationId = "listPlugins")
    public PluginList list(@Context Caller caller, @Context ReaderLanguages languages) {
        DesiredView desired = read.desired(caller).map(DesiredView::of).orElse(null);
        return PluginList.of(read.all(caller), read.refused(caller), desired, read.health(caller), languages);
    }

    /** Installs an archive, or with {@code dryRun} says what that would do. */
    @POST
    @Operation(summary = "Install a plugin, or say what that would do", operationId = "installPlugin")
    @Consumes("application/java-archive")
    public Response install(
            @Context Caller caller,
            @Context ReaderLanguages languages,
            @QueryParam("dryRun") @Nullable String dryRun,
            @QueryParam("rebind") @Nullable String rebind,
            InputStream archive)
            throws IOException {
        SignerDemand demand = PluginSignerResource.demand(rebind);
        if (Parameters.flag("dryRun", dryRun)) {
            return Response.ok(PlanView.of(install.plan(caller, archive, demand), languages))
                    .build();
        }
        PluginRow row = install.handle(caller, archive, demand);
        return Response.created(URI.create("/api/v1/plugins/" + row.id()))
                .entity(PluginView.of(read.installed(row), languages))
                .build();
    }

    /** Shows one plugin. */
    @GET
    @Path(PluginResource.ONE)
    @Operation(summary = "Read a plugin", operationId = "getPlugin")
    public PluginView show(
            @Context Caller caller, @Context ReaderLanguages languages, @PathParam("plugin") String plugin) {
        return PluginView.of(read.one(caller, plugin), languages);
    }

    /** Removes a plugin. */
    @DELETE
    @Path(PluginResource.ONE)
    @Operation(summary = "Remove a plugin", operationId = "removePlugin")
    public void remove(@Context Caller caller, @PathParam("plugin") String plugin) {
        change.remove(caller, plugin);
    }

    /** Has a plugin run. */
    @POST
    @Path("{plugin}/start")
    @Operation(summary = "Start a plugin", operationId = "startPlugin")
    public PluginView start(
            @Context Caller caller, @Context ReaderLanguages languages, @PathParam("plugin") String plugin) {
        change.start(caller, plugin);
        return show(caller, languages, plugin);
    }

    /** Stops a plugin. */
    @POST
    @Path("{plugin}/stop")
    @Operation(summary = "Stop a plugin", operationId = "stopPlugin")
    public PluginView stop(
            @Context Caller caller, @Context ReaderLanguages languages, @PathParam("plugin") String plugin) {
        change.stop(caller, plugin);
        return show(caller, languages, plugin);
    }

    /** Goes back to the version before. */
    @POST
    @Path("{plugin}/rollback")
    @Operation(summary = "Go back to the version of a plugin before", operationId = "rollBackPlugin")
    public PluginView rollBack(
            @Context Caller caller, @Context ReaderLanguages languages, @PathParam("plugin") String plugin) {
        back.plugin(caller, plugin);
        return show(caller, languages, plugin);
    }

    /** Tells how a plugin feels. */
    @GET
    @Path("{plugin}/health")
    @Operation(summary = "Read how a plugin feels", operationId = "getPluginHealth")
    public HealthView health(@Context Caller caller, @PathParam("plugin") String plugin) {
        return read.health(caller, plugin).map(HealthView::of).orElseGet(HealthView::unknown);
    }
}
