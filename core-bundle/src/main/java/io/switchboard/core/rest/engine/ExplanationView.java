package io.switchboard.core.rest.engine;

import io.switchboard.core.triage.Explanation;
import io.switchboard.core.triage.PluginFailure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a ticket went where it went. */
record ExplanationView(
        Instant at,
        @Nullable String team,
        @Nullable String agent,
        String reason,
        List<CandidateView> candidates,
        List<FailureView> failures) {
    static ExplanationView of(Explanation why) {
        return new ExplanationView(
                why.at(),
                Objects.toString(why.team(), null),
                Objects.toString(why.agent(), null),
                why.reason(),
                why.candidates().stream().map(CandidateView::of).toList(),
                why.failures().stream().map(FailureView::of).toList());
    }

    /** A candidate, with what each rule thought of them. */
    record CandidateView(
            String agent,
            String name,
            double total,
            boolean vetoed,
            int openTickets,
            @Nullable Instant lastAssignedAt,
            List<Explanation.Score> scores) {
        static CandidateView of(Explanation.Scored scored) {
            return new CandidateView(
                    scored.agent().toString(),
                    scored.name(),
                    scored.total(),
                    scored.vetoed(),
                    scored.openTickets(),
                    scored.lastAssignedAt(),
                    scored.scores());
        }
    }

    /** A plugin that did not answer. */
    record FailureView(String plugin, String socket, String kind, String message) {
        static FailureView of(PluginFailure failure) {
            return new FailureView(
                    failure.plugin(), failure.socket(), failure.kind().id(), failure.message());
        }
    }
}
