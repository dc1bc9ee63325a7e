package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.ReadPlugins;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.plugins.site.InstallAvailable;
import io.switchboard.core.plugins.site.ListAvailable;
import io.switchboard.core.plugins.text.ReaderLanguages;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.plugin.PluginRow;
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
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What update sites offer, and installing it. */
@Component(service = AvailablePluginResource.class)
@JakartarsResource
@Path("plugins/available")
@Produces(MediaType.APPLICATION_JSON)
public final class AvailablePluginResource {
    private final ListAvailable list;
    private final InstallAvailable install;
    private final ReadPlugins read;

    /** Makes the resource. */
    @Activate
    public AvailablePluginResource(
            @Reference ListAvailable list, @Reference InstallAvailable install, @Reference ReadPlugins read) {
        this.read = read;
        this.list = list;
        this.install = install;
    }

    /** Lists what the sites offer. */
    @GET
    @Operation(summary = "List the plugins that update sites offer", operationId = "listAvailablePlugins")
    public AvailableView list(
            @Context Caller caller,
            @QueryParam("q") @Nullable String words,
            @QueryParam("updates") @Nullable String updates,
            @QueryParam("refresh") @Nullable String refresh) {
        return AvailableView.of(list.handle(
                caller,
                Objects.requireNonNullElse(words, ""),
                Parameters.flag("updates", updates),
                Parameters.flag("refresh", refresh)));
    }

    /** Installs what a site offers, or with {@code dryRun} says what that would do. */
    @POST
    @Path("{plugin}/install")
    @Operation(
            summary = "Install a plugin from an update site, or say what that would do",
            operationId = "installAvailablePlugin")
    public Response install(
            @Context Caller caller,
            @Context ReaderLanguages languages,
            @PathParam("plugin") String plugin,
            @QueryParam("pluginVersion") @Nullable String version,
            @QueryParam("dryRun") @Nullable String dryRun,
            @QueryParam("rebind") @Nullable String rebind)
            throws IOException {
        SignerDemand demand = PluginSignerResource.demand(rebind);
        if (Parameters.flag("dryRun", dryRun)) {
            return Response.ok(PlanView.of(install.plan(caller, plugin, version, demand), languages))
                    .build();
        }
        PluginRow row = install.handle(caller, plugin, version, demand);
        return Response.created(URI.create("/api/v1/plugins/" + row.id()))
                .entity(PluginView.of(read.installed(row), languages))
                .build();
    }
}
