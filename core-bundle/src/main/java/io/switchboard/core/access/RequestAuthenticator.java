package io.switchboard.core.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request; given by the part of the core that knows people and their credentials. */
public interface RequestAuthenticator {
    /**
     * Returns the caller, anonymous if the request carries no credentials.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code sign-in-required} if it carries some that do not
     *     hold, or {@code csrf-refused}
     */
    Caller authenticate(Credentials credentials);

    /**
     * Returns who credentials that held once belong to now, or nothing if they hold no more. It does not count as use of a
     * session.
     */
    Optional<Caller> recheck(Credentials credentials);

    /**
     * Has a listener told whenever sessions or tokens were ended by this server; it must be quick.
     *
     * @return ends it when closed
     */
    AutoCloseable onEnd(Runnable listener);

    /** Returns whether an {@code Origin}, or the origin of a {@code Referer}, is this desk's own. */
    boolean isOwnOrigin(String origin);

    /**
     * What a request shows of its sender.
     *
     * @param session the session cookie, or null
     * @param bearer the API token, or null
     * @param csrfToken the value of {@code X-CSRF-Token}, or null
     * @param origin the {@code Origin} header, else the {@code Referer}, or null
     * @param changing whether the method changes anything
     * @param remoteAddress where it comes from
     */
    record Credentials(
            @Nullable String session,
            @Nullable String bearer,
            @Nullable String csrfToken,
            @Nullable String origin,
            boolean changing,
            String remoteAddress) {}
}
