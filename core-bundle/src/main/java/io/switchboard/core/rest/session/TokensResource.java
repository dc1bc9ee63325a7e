package io.switchboard.core.rest.session;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.people.ApiTokens;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.people.AccessStore.TokenRow;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The caller's API tokens. */
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = TokensResource.class)
public final class TokensResource {
    private final ApiTokens tokens;

    /** Makes the resource. */
    @Activate
    public TokensResource(@Reference ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** A token that is wanted. */
    public record NewTokenRequest(
            @Nullable String name, @Nullable Instant expiresAt) {}

    /** A token that was made; the only time that it is shown. */
    public record MadeTokenView(
            UUID id, String name, String token, @Nullable Instant expiresAt) {}

    /** A token as it is listed. */
    public record TokenView(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** Lists the tokens. */
    @GET
    @Operation(summary = "List my API tokens", operationId = "listTokens")
    public Page<TokenView> list(@Context Caller caller) {
        return new Page<>(tokens.list(caller).stream().map(TokensResource::view).toList(), null);
    }

    /** Makes a token. */
    @POST
    @Operation(summary = "Make an API token", operationId = "makeToken")
    public Response make(@Context Caller caller, NewTokenRequest request) {
        new Limits().line("name", request.name(), 200).check();
        Instant expiresAt = request.expiresAt();
        if (expiresAt != null && expiresAt.isBefore(Instant.now())) {
            throw SwitchboardException.field("expiresAt", "must be in the future");
        }
        ApiTokens.MadeToken made = tokens.make(caller, String.valueOf(request.name()), expiresAt);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, Parameters.etag(Parameters.UNCHANGING))
                .entity(new MadeTokenView(made.id(), made.name(), made.secret(), made.expiresAt()))
                .build();
    }

    /** Removes a token. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove an API token", operationId = "removeToken")
    public void remove(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        UUID token;
        try {
            token = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.notFound("token");
        }
        if (tokens.list(caller).stream().noneMatch(row -> row.id().equals(token))) {
            throw SwitchboardException.notFound("token");
        }
        Parameters.unchanged(version);
        if (!tokens.remove(caller, token)) {
            throw SwitchboardException.notFound("token");
        }
    }

    private static TokenView view(TokenRow token) {
        return new TokenView(token.id(), token.name(), token.createdAt(), token.expiresAt(), token.usedAt());
    }
}
