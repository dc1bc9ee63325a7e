package io.switchboard.core.rest.incident;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.desk.incident.Broadcast;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A broadcast as it is answered, with how many reports it reached so far. */
public record BroadcastView(
        String id,
        @Nullable PersonReference by,
        Instant at,
        @Nullable String message,
        @Nullable String to,
        int reached,
        int pending,
        int refused,
        List<RefusalView> refusals) {
    /** A report that could not follow, and why. */
    public record RefusalView(String ticket, String number, String code, String detail) {
        static RefusalView of(Broadcast.Refusal refusal) {
            return new RefusalView(refusal.ticket().toString(), refusal.number(), refusal.code(), refusal.detail());
        }
    }

    static BroadcastView of(Broadcast broadcast) {
        MessageId message = broadcast.message();
        Status status = broadcast.status();
        return new BroadcastView(
                broadcast.id().toString(),
                broadcast.by(),
                broadcast.at(),
                message == null ? null : message.toString(),
                status == null ? null : status.id(),
                broadcast.reached(),
                broadcast.pending(),
                broadcast.refused(),
                broadcast.refusals().stream().map(RefusalView::of).toList());
    }
}
