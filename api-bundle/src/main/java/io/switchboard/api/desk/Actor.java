package io.switchboard.api.desk;

import io.switchboard.api.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who did something to a ticket; stands in its history for ever. */
public sealed interface Actor {
    /** Returns the id of the channel it came through, for example {@code api}, {@code portal} or {@code desk}. */
    String channel();

    /**
     * A person, signed in or known by a private link.
     *
     * @param person who
     * @param channel through which channel
     */
    record Person(PersonId person, String channel) implements Actor {}

    /**
     * Somebody who is not known, such as the sender of a public form.
     *
     * @param channel through which channel
     */
    record Anonymous(String channel) implements Actor {}

    /**
     * A plugin.
     *
     * @param plugin its id
     * @param onBehalfOf the person for whom it acts, or null if it acts for itself
     * @param channel through which channel
     */
    record Plugin(String plugin, @Nullable PersonId onBehalfOf, String channel) implements Actor {}

    /**
     * The desk's clock.
     *
     * @param timer the kind of timer, for example {@code close-unverified}
     */
    record Timer(String timer) implements Actor {
        @Override
        public String channel() {
            return "timer";
        }
    }

    /**
     * The desk itself, for example triage.
     *
     * @param part the part of the desk, for example {@code triage}
     */
    record System(String part) implements Actor {
        @Override
        public String channel() {
            return "system";
        }
    }
}
