package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusDefinition;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.rest.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The lifecycle profiles, with the names of their statuses and what may follow each. */
@Path("/lifecycle-profiles")
@Produces(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = LifecycleProfileResource.class)
public final class LifecycleProfileResource {
    private final Lifecycle lifecycle;

    /** Makes the resource. */
    @Activate
    public LifecycleProfileResource(@Reference Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** Lists the profiles. */
    @GET
    @Operation(summary = "List the lifecycle profiles", operationId = "getLifecycleProfiles")
    public Page<Map<String, Object>> list(@Context Caller caller) {
        AccessPolicy.requireKnown(caller);
        return new Page<>(
                lifecycle.profiles().stream()
                        .map(LifecycleProfileResource::view)
                        .toList(),
                null);
    }

    /** Reads a profile. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read a lifecycle profile", operationId = "getLifecycleProfile")
    public Map<String, Object> get(@Context Caller caller, @PathParam("id") String id) {
        AccessPolicy.requireKnown(caller);
        return lifecycle
                .find(id)
                .map(LifecycleProfileResource::view)
                .orElseThrow(() -> SwitchboardException.notFound("lifecycle profile"));
    }

    private static Map<String, Object> view(LifecycleProfile profile) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", profile.id());
        view.put("name", profile.name());
        view.put(
                "statuses",
                profile.statuses().stream()
                        .map(status -> status(profile, status))
                        .toList());
        return view;
    }

    private static Map<String, Object> status(LifecycleProfile profile, StatusDefinition definition) {
        List<Status> next = profile.next(definition.status());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", definition.status().id());
        view.put("name", definition.name());
        view.put("stage", definition.stage().id());
        view.put("nextMove", definition.nextMove().id());
        view.put("category", definition.category().id());
        view.put("runningClocks", definition.runningClocks().stream().sorted().toList());
        view.put("next", next.stream().map(Status::id).toList());
        return view;
    }
}
