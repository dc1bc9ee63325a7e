package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusDefinition;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.TypeProfiles;
import io.switchboard.core.desk.configuration.TypeProfiles.Followers;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The lifecycle profiles: their statuses, what may follow each, and which types of ticket follow the profile. */
@Path("/lifecycle-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = LifecycleProfileResource.class)
public final class LifecycleProfileResource {
    private final Lifecycle lifecycle;
    private final TypeProfiles profiles;

    /** Makes the resource. */
    @Activate
    public LifecycleProfileResource(@Reference Lifecycle lifecycle, @Reference TypeProfiles profiles) {
        this.lifecycle = lifecycle;
        this.profiles = profiles;
    }

    /** Which types of ticket are to follow the profile. */
    public record FollowersRequest(@Nullable List<String> types) {}

    /** Lists the profiles. */
    @GET
    @Operation(summary = "List the lifecycle profiles", operationId = "getLifecycleProfiles")
    public Page<Map<String, Object>> list(@Context Caller caller) {
        AccessPolicy.requireKnown(caller);
        return new Page<>(
                lifecycle.profiles().stream()
                        .map(profile -> view(profile, profiles.followers(caller, profile.id())))
                        .toList(),
                null);
    }

    /** Reads a profile. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read a lifecycle profile", operationId = "getLifecycleProfile")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        AccessPolicy.requireKnown(caller);
        return answer(profile(id), profiles.followers(caller, id));
    }

    /** Says which types of ticket follow the profile from now on; tickets that are there keep theirs. */
    @PATCH
    @Path("/{id}")
    @Operation(summary = "Choose the types of ticket that follow a profile", operationId = "chooseLifecycleProfile")
    public Response choose(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            FollowersRequest request) {
        List<String> types = request.types();
        if (types == null) {
            throw SwitchboardException.field("types", "must be given, all that are to follow the profile");
        }
        Set<TicketType> wanted = EnumSet.noneOf(TicketType.class);
        types.forEach(type -> wanted.add(TicketType.of(type, "types")));
        return answer(profile(id), profiles.choose(caller, id, wanted, Parameters.requiredIfMatch(version)));
    }

    private LifecycleProfile profile(String id) {
        return lifecycle.find(id).orElseThrow(() -> SwitchboardException.notFound("lifecycle profile"));
    }

    private static Response answer(LifecycleProfile profile, Followers followers) {
        return Response.ok(view(profile, followers))
                .header(HttpHeaders.ETAG, Parameters.etag(followers.version()))
                .build();
    }

    private static Map<String, Object> view(LifecycleProfile profile, Followers followers) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", profile.id());
        view.put("name", profile.name());
        view.put(
                "types", followers.types().stream().map(TicketType::id).sorted().toList());
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
