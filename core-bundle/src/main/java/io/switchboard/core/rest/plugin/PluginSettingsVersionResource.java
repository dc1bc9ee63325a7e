package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.plugins.SettingVersions;
import io.switchboard.core.plugins.SettingVersions.Version;
import io.switchboard.core.plugins.text.ReaderLanguages;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What the settings of a plugin were, and going back there. */
@Component(service = PluginSettingsVersionResource.class)
@JakartarsResource
@Path("plugins/{plugin}/settings/versions")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginSettingsVersionResource {
    private final SettingVersions versions;

    /** Makes the resource. */
    @Activate
    public PluginSettingsVersionResource(@Reference SettingVersions versions) {
        this.versions = versions;
    }

    /** Settings as they were, without secrets. */
    public record SettingsVersionView(
            long version, Instant madeAt, String actor, Map<String, Object> values, List<String> secrets) {
        /** Keeps copies. */
        public SettingsVersionView {
            values = Map.copyOf(values);
            secrets = List.copyOf(secrets);
        }

        static SettingsVersionView of(Version version) {
            return new SettingsVersionView(
                    version.version(), version.madeAt(), version.actor(), version.values(), version.secrets());
        }
    }

    /** Lists the versions. */
    @GET
    @Operation(summary = "List what a plugin's settings were, newest first", operationId = "listPluginSettingsVersions")
    public Page<SettingsVersionView> list(@Context Caller caller, @PathParam("plugin") String plugin) {
        return new Page<>(
                versions.list(caller, plugin).stream()
                        .map(SettingsVersionView::of)
                        .toList(),
                null);
    }

    /** Goes back to a version. */
    @POST
    @Path("{version}/restore")
    @Operation(summary = "Set a plugin as it was set before", operationId = "restorePluginSettings")
    public Response restore(
            @Context Caller caller,
            @Context ReaderLanguages languages,
            @PathParam("plugin") String plugin,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match) {
        Long expected = Parameters.ifMatch(match) instanceof Precondition.Version seen ? seen.version() : null;
        return PluginSettingsResource.answer(
                versions.restore(caller, plugin, Parameters.number(version), expected), languages);
    }
}
