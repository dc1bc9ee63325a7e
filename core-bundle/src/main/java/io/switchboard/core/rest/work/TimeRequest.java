package io.switchboard.core.rest.work;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.desk.work.WorkKind;
import io.switchboard.core.desk.work.WorkedTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Working time as it is sent: the caller's own, work, and just done, where nothing else is said. */
record TimeRequest(
        @Nullable Integer minutes,
        @Nullable String agent,
        @Nullable Instant at,
        @Nullable String kind,
        @Nullable String note) {
    static TimeRequest of(WorkedTime entry) {
        PersonReference agent = entry.agent();
        return new TimeRequest(
                entry.minutes(),
                agent == null ? null : agent.id().toString(),
                entry.at(),
                entry.kind().id(),
                entry.note());
    }

    WorkedTime.Wish wish() {
        if (minutes == null) {
            throw SwitchboardException.field("minutes", "must be given");
        }
        return new WorkedTime.Wish(
                minutes,
                Ids.person("agent", agent),
                at,
                kind == null ? WorkKind.WORK : WorkKind.of(kind),
                note == null || note.isBlank() ? null : note);
    }
}
