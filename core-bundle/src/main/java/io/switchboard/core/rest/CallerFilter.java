package io.switchboard.core.rest;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.RequestAuthenticator;
import io.switchboard.core.access.RequestAuthenticator.Credentials;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, before anything else, who calls. Each application has one of its own, because the request that is injected
 * belongs to the application.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class CallerFilter implements ContainerRequestFilter {
    /** The name of the session cookie. */
    public static final String COOKIE = "switchboard-session";

    private static final String PROPERTY = "io.switchboard.caller";
    private static final String OWNER = "io.switchboard.owner";
    private static final String REFUSAL = "io.switchboard.refusal";
    private static final String BEARER = "bearer ";
    private static final String ANYBODY = "api";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final RequestAuthenticator authenticator;
    private final String owner;
    private final boolean pages;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    CallerFilter(RequestAuthenticator authenticator, String owner) {
        this.authenticator = authenticator;
        this.owner = owner;
        this.pages = owner.startsWith(ResourceWhiteboard.PAGES);
    }

    static Caller callerOf(ContainerRequestContext context) {
        return (Caller) Objects.requireNonNull(context.getProperty(PROPERTY), "the caller was not found out");
    }

    /** Returns whose resource is called; empty for the core's. */
    static String owner(ContainerRequestContext context) {
        return (String) Objects.requireNonNull(context.getProperty(OWNER), "the caller was not found out");
    }

    /** Refuses whoever showed a token that the desk does not know, which a plugin's resource may know all the same. */
    static void requireNoneRefused(ContainerRequestContext context) {
        if (context.getProperty(REFUSAL) instanceof SwitchboardException refusal) {
            throw refusal;
        }
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Cookie session = context.getCookies().get(COOKIE);
        String origin = context.getHeaderString("Origin");
        boolean changing = !SAFE.contains(context.getMethod());
        if (pages && changing) {
            refuseForeign(origin);
        }
        // A form cannot send the session's token, so what it changes is never done in the name of the session; and
        // whoever signs in does so in nobody's name, whatever cookie the browser still has.
        boolean aside = pages && changing || signsIn(context);
        Credentials credentials = new Credentials(
                session == null || aside ? null : session.getValue(),
                bearer(context.getHeaderString(HttpHeaders.AUTHORIZATION)),
                context.getHeaderString("X-CSRF-Token"),
                origin == null ? context.getHeaderString("Referer") : origin,
                changing,
                request.getRemoteAddr());
        context.setProperty(OWNER, owner);
        context.setProperty(PROPERTY, caller(context, credentials));
    }

    private static boolean signsIn(ContainerRequestContext context) {
        String path = context.getUriInfo().getPath();
        return "POST".equals(context.getMethod()) && (path.equals("session") || path.equals("session/link"));
    }

    /**
     * A session that has ended is nobody: the browser still sends its cookie, and must be able to sign in again. So is
     * whoever shows a plugin's resource a token that is not the desk's, until the resource's rule is known.
     */
    private Caller caller(ContainerRequestContext context, Credentials credentials) {
        try {
            return authenticator.authenticate(credentials);
        } catch (SwitchboardException refusal) {
            boolean token = credentials.bearer() != null;
            if (refusal.code() != ErrorCode.SIGN_IN_REQUIRED || token && owner.isEmpty()) {
                throw refusal;
            }
            if (token) {
                context.setProperty(REFUSAL, refusal);
            }
            return Caller.anonymous(ANYBODY).at(credentials.remoteAddress());
        }
    }

    private void refuseForeign(@Nullable String origin) {
        if (origin != null && !authenticator.isOwnOrigin(origin)) {
            throw new SwitchboardException(
                    ErrorCode.CSRF_REFUSED,
                    "The form was sent from a page that is not this desk's; open it here again");
        }
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        if (authorization == null || authorization.length() <= BEARER.length()) {
            return null;
        }
        String scheme = authorization.substring(0, BEARER.length()).toLowerCase(Locale.ROOT);
        return scheme.equals(BEARER) ? authorization.substring(BEARER.length()).strip() : null;
    }
}
