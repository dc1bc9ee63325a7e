package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.GoBack;
import io.switchboard.core.plugins.NamedHosts;
import io.switchboard.core.plugins.ReadSnapshots;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What was installed after each of the latest changes, and going back there. */
@Component(service = PluginSnapshotResource.class)
@JakartarsResource
@Path("plugins/snapshots")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginSnapshotResource {
    private final ReadSnapshots read;
    private final GoBack back;
    private final NamedHosts hosts;

    /** Makes the resource. */
    @Activate
    public PluginSnapshotResource(@Reference ReadSnapshots read, @Reference GoBack back, @Reference NamedHosts hosts) {
        this.read = read;
        this.back = back;
        this.hosts = hosts;
    }

    /** Lists the snapshots. */
    @GET
    @Operation(
            summary = "List what was installed after each of the latest changes, newest first",
            operationId = "listPluginSnapshots")
    public Page<SnapshotView> list(@Context Caller caller) {
        return new Page<>(read.all(caller).stream().map(SnapshotView::of).toList(), null);
    }

    /** Shows a snapshot. */
    @GET
    @Path("{number}")
    @Operation(summary = "Read what was installed after a change", operationId = "getPluginSnapshot")
    public SnapshotContent show(@Context Caller caller, @PathParam("number") String number) {
        return SnapshotContent.of(read.one(caller, Parameters.number(number)), hosts);
    }

    /** Compares two snapshots. */
    @GET
    @Path("{number}/comparison")
    @Operation(
            summary = "Compare what was installed after a change with what was after another, or is now",
            operationId = "comparePluginSnapshots")
    public SnapshotComparison compare(
            @Context Caller caller, @PathParam("number") String number, @QueryParam("with") @Nullable String other) {
        return SnapshotComparison.of(
                read.compare(caller, Parameters.number(number), other == null ? null : Parameters.number(other)),
                hosts);
    }

    /** Goes back to a snapshot. */
    @POST
    @Path("{number}/restore")
    @Operation(summary = "Go back to what was installed after a change", operationId = "restorePluginSnapshot")
    public SnapshotComparison restore(@Context Caller caller, @PathParam("number") String number) {
        return SnapshotComparison.of(back.snapshot(caller, Parameters.number(number)), hosts);
    }
}
