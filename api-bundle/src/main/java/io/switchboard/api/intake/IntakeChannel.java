package io.switchboard.api.intake;

import java.util.Set;

/**
 * <b>Provider.</b> A way by which tickets come in, such as a portal, a telephone or a monitoring system.
 *
 * <p>Register it as an OSGi service; from then on tickets may carry its id as their channel. It opens tickets through
 * {@link io.switchboard.api.desk.Desk} on threads of its own, or serves requests below its plugin's path. Opening runs
 * no code of other plugins. When it leaves, its tickets stay readable and answerable. Of two with one id the one of the
 * higher service ranking is used, then the smaller plugin id; the other is named in the health.
 */
public interface IntakeChannel {
    /** Returns the id, lower-case letters, digits and hyphens, at most 40; it never changes. */
    String id();

    /** Returns the name shown to people, in English. */
    String name();

    /** Returns what the channel can do; asked once when it appears. */
    Set<Ability> abilities();

    /** What a channel can do. */
    enum Ability {
        /** Agents may log a contact of a customer through it, as with a telephone call. */
        LOGGED_BY_AGENTS,
        /** Replies of the desk can go back the same way. */
        ANSWERS,
        /** The sender is known for certain, as with a signed-in caller. */
        VERIFIED_SENDER
    }
}
