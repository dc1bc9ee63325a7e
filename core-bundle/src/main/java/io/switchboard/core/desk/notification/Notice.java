package io.switchboard.core.desk.notification;

import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.store.ticket.TicketSummary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as it is read.
 *
 * @param ticket the ticket as its reader sees it now
 * @param by by whom it came about, or null if it was no person
 * @param readAt when it was read, or null
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        TicketSummary ticket,
        @Nullable PersonReference by,
        Instant at,
        @Nullable Instant readAt) {}
