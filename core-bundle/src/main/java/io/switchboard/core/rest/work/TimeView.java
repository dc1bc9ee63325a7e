package io.switchboard.core.rest.work;

import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.desk.work.WorkedTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Working time as it is answered. */
public record TimeView(
        String id,
        String ticket,
        @Nullable PersonReference agent,
        int minutes,
        Instant at,
        String kind,
        @Nullable String note,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static TimeView of(WorkedTime entry) {
        return new TimeView(
                entry.id().toString(),
                entry.ticket().toString(),
                entry.agent(),
                entry.minutes(),
                entry.at(),
                entry.kind().id(),
                entry.note(),
                entry.version(),
                entry.createdAt(),
                entry.updatedAt());
    }
}
