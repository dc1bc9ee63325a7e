package io.switchboard.testkit.data;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusDefinition;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.TriageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Progress} in the making, by the profile {@code standard}. */
final class ProgressDraft {
    Status status = Status.NEW;
    Disposition disposition = Disposition.NONE;
    TriageState triage = TriageState.DONE;

    @Nullable
    Instant postponedUntil;

    Instant statusSince = Samples.NOW;
    int reopenings;

    static ProgressDraft of(Progress progress) {
        ProgressDraft draft = new ProgressDraft();
        draft.status = progress.status();
        draft.disposition = progress.disposition();
        draft.triage = progress.triage();
        draft.postponedUntil = progress.postponedUntil();
        draft.statusSince = progress.statusSince();
        draft.reopenings = progress.reopenings();
        return draft;
    }

    Progress build() {
        StatusDefinition definition = StandardLifecycle.PROFILE
                .definition(status)
                .orElseThrow(() -> new IllegalArgumentException("the standard profile has no status " + status));
        return new Progress(
                StandardLifecycle.PROFILE.id(),
                status,
                definition.stage(),
                definition.nextMove(),
                disposition,
                triage,
                postponedUntil,
                statusSince,
                reopenings);
    }
}
