package io.switchboard.api.desk;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Timers that survive restarts. Get it as an OSGi service; each plugin has its own. A timer that is due is handed to the
 * plugin's {@link Alarm} on one node, at least once; while the plugin is away it waits.
 */
@ProviderType
public interface Clockwork {
    /**
     * Sets a timer, in the place of an earlier one with the same key.
     *
     * @param key names it within the plugin, at most 200 characters
     * @param ticket the ticket it is about, or null; a purged ticket takes its timers along
     * @param dueAt when, by the desk's clock
     * @param payload given back when it is due, at most 10,000 characters
     */
    void set(String key, @Nullable TicketId ticket, Instant dueAt, String payload);

    /** Clears a timer; nothing happens if there is none. */
    void clear(String key);

    /** <b>Reaction.</b> Receives due timers. Register it as an OSGi service. */
    interface Alarm {
        /**
         * Acts on a timer that is due.
         *
         * @throws Exception to have it delivered again later, as with events
         */
        void ring(String key, @Nullable TicketId ticket, String payload) throws Exception;
    }
}
