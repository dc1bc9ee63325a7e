package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.grants.PluginGrants;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The rights of a plugin. They can be granted before it is installed, for one that cannot start without. */
@Component(service = PluginRightsResource.class)
@JakartarsResource
@Path("plugins/{plugin}/rights")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginRightsResource {
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9._-]{2,99}");

    private final PluginGrants grants;

    /** Makes the resource. */
    @Activate
    public PluginRightsResource(@Reference PluginGrants grants) {
        this.grants = grants;
    }

    /** The rights, by their ids. */
    public record Rights(@Nullable List<String> rights) {}

    /** Shows the rights. */
    @GET
    @Operation(summary = "Read a plugin's rights", operationId = "getPluginRights")
    public Rights show(@Context Caller caller, @PathParam("plugin") String plugin) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return new Rights(grants.rights(plugin).stream().map(Right::id).sorted().toList());
    }

    /** Grants exactly these rights. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Grant a plugin rights", operationId = "putPluginRights")
    public Rights grant(@Context Caller caller, @PathParam("plugin") String plugin, Rights request) {
        List<String> wanted = request.rights();
        if (wanted == null
                || wanted.size() > Right.values().length
                || !ID.matcher(plugin).matches()) {
            throw SwitchboardException.field("rights", "must be a list of rights, for the id of a plugin");
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        wanted.forEach(right -> rights.add(Right.of(right, "rights")));
        grants.grant(caller, plugin, rights);
        return show(caller, plugin);
    }
}
