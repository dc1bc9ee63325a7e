package io.switchboard.core.store.broadcast;

import io.switchboard.api.ticket.TicketId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code broadcast_report}: a report that a broadcast is to reach.
 *
 * @param broadcast which
 * @param ticketId the report
 * @param state {@link #PENDING}, {@link #DONE}, or {@link #REFUSED}
 * @param code the code of the error why not, or null
 * @param detail why not, in words, or null
 */
public record ReportRow(
        UUID broadcast,
        TicketId ticketId,
        String state,
        @Nullable String code,
        @Nullable String detail) {
    /** It was not reached yet. */
    public static final String PENDING = "pending";

    /** It was told, and moved. */
    public static final String DONE = "done";

    /** It cannot be told or moved. */
    public static final String REFUSED = "refused";
}
