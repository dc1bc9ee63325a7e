package io.switchboard.api.reaction;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a ticket, committed and in its history.
 *
 * @param id identifies the event; the same at every delivery, so that a receiver can know what it has done already
 * @param ticket the ticket
 * @param sequence the event's place in the ticket's history, from 1, without gaps
 * @param type what happened
 * @param actor who did it
 * @param at when, by the desk's clock
 * @param changes the fields that changed, in a stable order; often empty
 * @param message the message concerned, or null
 * @param reason why, in words of a person or a plugin, or null
 * @param data further facts by name, for example {@code to} for the other ticket of a merge
 */
public record TicketEvent(
        EventId id,
        TicketId ticket,
        long sequence,
        EventType type,
        Actor actor,
        Instant at,
        List<FieldChange> changes,
        @Nullable MessageId message,
        @Nullable String reason,
        Map<String, String> data) {
    /** Keeps copies. */
    public TicketEvent {
        changes = List.copyOf(changes);
        data = Map.copyOf(data);
    }
}
