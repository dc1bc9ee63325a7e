package io.switchboard.testkit.data;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
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

    /** Takes an edge; what leaves a done status for an active one is reopened. */
    void move(Status to, Instant at) {
        boolean reopened = category(status) == StatusCategory.DONE && category(to) == StatusCategory.ACTIVE;
        status = to;
        statusSince = at;
        reopenings += reopened ? 1 : 0;
    }

    private static StatusCategory category(Status status) {
        return StandardLifecycle.PROFILE
                .definition(status)
                .map(StatusDefinition::category)
                .orElseThrow(() -> new IllegalArgumentException("the standard profile has no status " + status));
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
