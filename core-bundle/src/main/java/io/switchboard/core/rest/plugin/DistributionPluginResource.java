package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.plugins.DistributionPlugins;
import io.switchboard.core.plugins.DistributionPlugins.Available;
import io.switchboard.core.plugins.PluginArchive;
import io.switchboard.core.plugins.ReadPlugins;
import io.switchboard.core.plugins.text.ReaderLanguages;
import io.switchboard.core.plugins.text.SpokenTexts;
import io.switchboard.core.rest.Page;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What the distribution has beside what is installed. */
@Component(service = DistributionPluginResource.class)
@JakartarsResource
@Path("plugins/distribution")
@Produces(MediaType.APPLICATION_JSON)
public final class DistributionPluginResource {
    private static final int LONGEST_SEARCH = 400;

    private final DistributionPlugins available;
    private final ReadPlugins read;

    /** Makes the resource. */
    @Activate
    public DistributionPluginResource(@Reference DistributionPlugins available, @Reference ReadPlugins read) {
        this.read = read;
        this.available = available;
    }

    /**
     * A plugin that could be installed.
     *
     * @param language of name and description
     * @param installedVersion the older version that is installed, or null if none is
     */
    public record DistributionPluginView(
            String id,
            String name,
            String version,
            @Nullable String vendor,
            @Nullable String license,
            @Nullable String description,
            String language,
            String sha256,
            long size,
            @Nullable String installedVersion) {
        static DistributionPluginView of(Available found, ReaderLanguages languages) {
            PluginArchive archive = found.archive();
            SpokenTexts texts = archive.texts().in(languages);
            return new DistributionPluginView(
                    archive.id(),
                    texts.name(archive.name()),
                    archive.version().toString(),
                    archive.vendor(),
                    archive.license(),
                    texts.description(archive.description()),
                    texts.language(),
                    archive.sha256(),
                    archive.size(),
                    found.installed());
        }
    }

    /** Lists what could be installed. */
    @GET
    @Operation(
            summary = "List the plugins of the distribution that are not installed, or in an older version",
            operationId = "listDistributionPlugins")
    public Page<DistributionPluginView> list(
            @Context Caller caller, @Context ReaderLanguages languages, @QueryParam("q") @Nullable String words)
            throws IOException {
        new Limits().text("q", words, LONGEST_SEARCH).check();
        return new Page<>(
                available.list(caller, words).stream()
                        .map(found -> DistributionPluginView.of(found, languages))
                        .toList(),
                null);
    }

    /** Installs one, or with {@code dryRun} says what that would do. */
    @POST
    @Path("{plugin}/install")
    @Operation(
            summary = "Install a plugin of the distribution, or say what that would do",
            operationId = "installDistributionPlugin")
    public Response install(
            @Context Caller caller,
            @Context ReaderLanguages languages,
            @PathParam("plugin") String plugin,
            @QueryParam("dryRun") @Nullable String dryRun)
            throws IOException {
        if (Parameters.flag("dryRun", dryRun)) {
            return Response.ok(PlanView.of(available.plan(caller, plugin), languages))
                    .build();
        }
        PluginRow row = available.install(caller, plugin);
        return Response.created(URI.create("/api/v1/plugins/" + row.id()))
                .entity(PluginView.of(read.installed(row), languages))
                .build();
    }
}
