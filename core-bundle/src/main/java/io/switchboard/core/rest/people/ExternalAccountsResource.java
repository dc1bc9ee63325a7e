package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.people.directory.ExternalAccounts;
import io.switchboard.core.people.directory.ExternalAccounts.External;
import io.switchboard.core.rest.Page;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Accounts of other systems that a person signs in with. */
@Path("/people/{id}/identities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = ExternalAccountsResource.class)
public final class ExternalAccountsResource {
    private static final int LONGEST = 200;

    private final ExternalAccounts accounts;

    /** Makes the resource. */
    @Activate
    public ExternalAccountsResource(@Reference ExternalAccounts accounts) {
        this.accounts = accounts;
    }

    /** An account to be bound. */
    public record IdentityRequest(
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable String login) {}

    /** An account that is bound. */
    public record IdentityView(String issuer, String subject, String login) {}

    /** Lists the accounts. */
    @GET
    @Operation(
            summary = "List the accounts of other systems that somebody signs in with",
            operationId = "listIdentities")
    public Page<IdentityView> list(@Context Caller caller, @PathParam("id") String id) {
        return new Page<>(
                accounts.list(caller, PersonId.of(id)).stream()
                        .map(bound -> new IdentityView(bound.issuer(), bound.subject(), bound.login()))
                        .toList(),
                null);
    }

    /** Binds an account. */
    @POST
    @Operation(summary = "Bind an account of another system to somebody", operationId = "bindIdentity")
    public void bind(@Context Caller caller, @PathParam("id") String id, IdentityRequest request) {
        new Limits()
                .line("issuer", request.issuer(), LONGEST)
                .line("subject", request.subject(), LONGEST)
                .line("login", request.login(), LONGEST)
                .check();
        accounts.bind(
                caller,
                PersonId.of(id),
                new External(
                        String.valueOf(request.issuer()),
                        String.valueOf(request.subject()),
                        String.valueOf(request.login())));
    }

    /** Releases all accounts. */
    @DELETE
    @Operation(summary = "Release all accounts of other systems from somebody", operationId = "releaseIdentities")
    public void release(@Context Caller caller, @PathParam("id") String id) {
        accounts.release(caller, PersonId.of(id));
    }
}
