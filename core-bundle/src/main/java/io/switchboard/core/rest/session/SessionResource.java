package io.switchboard.core.rest.session;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.people.Contacts;
import io.switchboard.core.people.Sessions;
import io.switchboard.core.people.SignIn;
import io.switchboard.core.people.directory.Invitations;
import io.switchboard.core.rest.CallerFilter;
import io.switchboard.core.rest.PublicResource;
import io.switchboard.core.rest.SessionCookie;
import io.switchboard.core.store.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The caller's session. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = SessionResource.class)
public final class SessionResource {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Contacts contacts;
    private final Transactions transactions;
    private final SessionCookie cookie;

    /** Makes the resource. */
    @Activate
    public SessionResource(
            @Reference SignIn signIn,
            @Reference Sessions sessions,
            @Reference Invitations invitations,
            @Reference Contacts contacts,
            @Reference Transactions transactions,
            @Reference SessionCookie cookie) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.invitations = invitations;
        this.contacts = contacts;
        this.transactions = transactions;
        this.cookie = cookie;
    }

    /** Who signs in. */
    public record SignInRequest(
            @Nullable String email,
            @Nullable String password,
            @Nullable String code) {}

    /** A token that signs somebody in. */
    public record SignInLinkRequest(
            @Nullable String token, @Nullable String code) {}

    /** Who is signed in. */
    public record SessionView(
            PersonReference user,
            List<String> rights,
            @Nullable String csrfToken) {}

    /** Begins a session. */
    @POST
    @PublicResource
    @Operation(summary = "Sign in", operationId = "signIn")
    public Response signIn(SignInRequest request, @Context HttpServletRequest connection) {
        String email = request.email();
        String password = request.password();
        if (email == null || password == null || email.length() > 254 || password.length() > 1_000) {
            throw SwitchboardException.field("email", "and password must be given");
        }
        new Limits()
                .line("code", request.code() == null ? "-" : request.code(), 40)
                .check();
        return begun(signIn.signIn(new SignIn.Proof(email, password, request.code(), connection.getRemoteAddr())));
    }

    /** Begins a customer's session by a token that acts once. */
    @POST
    @Path("/link")
    @PublicResource
    @Operation(summary = "Sign a customer in by a one-time token", operationId = "signInByLink")
    public Response signInByLink(SignInLinkRequest request, @Context HttpServletRequest connection) {
        String token = request.token();
        if (token == null || token.isEmpty()) {
            throw SwitchboardException.field("token", "must be given");
        }
        new Limits()
                .line("code", request.code() == null ? "-" : request.code(), 40)
                .check();
        return begun(invitations.signIn(token, request.code(), connection.getRemoteAddr()));
    }

    private Response begun(Sessions.Begun begun) {
        return Response.ok(view(begun.caller(), begun.csrfToken()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookie.of(begun.secret()))
                .build();
    }

    /** Tells who is signed in. */
    @GET
    @Operation(summary = "Who am I, and what may I do", operationId = "getSession")
    public SessionView me(@Context Caller caller, @CookieParam(CallerFilter.COOKIE) @Nullable String secret) {
        return view(caller, secret == null ? null : sessions.csrfToken(secret));
    }

    /** Ends the session. */
    @DELETE
    @Operation(summary = "Sign out", operationId = "signOut")
    public Response signOut(@Context Caller caller, @CookieParam(CallerFilter.COOKIE) @Nullable String secret) {
        if (secret != null && caller.person() != null) {
            sessions.signOut(caller, secret);
        }
        return Response.noContent().cookie(cookie.none()).build();
    }

    private SessionView view(Caller caller, @Nullable String csrfToken) {
        PersonId person = AccessPolicy.requirePerson(caller);
        PersonReference user =
                transactions.read(() -> contacts.find(person)).orElseThrow().person();
        return new SessionView(
                user, caller.rights().stream().map(Right::id).sorted().toList(), csrfToken);
    }
}
