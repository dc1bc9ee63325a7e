package io.switchboard.core.triage;

import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket is to be handled, by all special handlings together.
 *
 * @param marks which of them matched, the one that decides first
 * @param confidential whether any asked for confidentiality
 * @param seniorOnly whether any asked for a senior agent
 * @param team the team of the first that named one, or null; if any asked for confidentiality, of the first of those
 * @param minimumPriority the highest that any asked for, or null
 * @param type the type of the first that named one, or null
 */
public record Handling(
        List<Mark> marks,
        boolean confidential,
        boolean seniorOnly,
        @Nullable TeamId team,
        @Nullable Priority minimumPriority,
        @Nullable TicketType type) {
    /** An ordinary ticket. */
    public static final Handling ORDINARY = new Handling(List.of(), false, false, null, null, null);

    /** Keeps a copy. */
    public Handling {
        marks = List.copyOf(marks);
    }

    /**
     * A mark that a special handling left.
     *
     * @param id the mark, for example {@code vip}
     * @param plugin who left it
     * @param reason why
     */
    public record Mark(String id, String plugin, String reason) {}
}
