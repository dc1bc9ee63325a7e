package io.switchboard.assign.continuity;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Scores 100 for the agent who had the customer's last ticket, and what the setting says for agents who had an earlier
 * one. Of all others it has no opinion. Whether the agent is able to take it, others say: the desk leaves out who is
 * away, and other rules who lacks what the ticket needs.
 */
@Component
@Designate(ocd = ContinuitySettings.class)
@SwitchboardPlugin(socket = "AssignmentRule")
public final class AssignByContinuity implements AssignmentRule {
    private static final int BEST = 100;

    private final @Nullable Duration lasts;
    private final int earlierScore;

    /** Takes the settings. */
    @Activate
    public AssignByContinuity(ContinuitySettings settings) {
        this(settings.days(), settings.earlierScore());
    }

    AssignByContinuity(int days, int earlierScore) {
        this.lasts = days <= 0 ? null : Duration.ofDays(days);
        this.earlierScore = Math.max(0, Math.min(BEST, earlierScore));
    }

    @Override
    public String name() {
        return "Continuity";
    }

    @Override
    public List<CandidateScore> score(AssignmentQuestion question) {
        Optional<Instant> last = question.candidates().stream()
                .map(Candidate::lastForRequester)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
        return last.map(latest -> question.candidates().stream()
                        .map(candidate -> score(candidate, latest, question.now()))
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    private Optional<CandidateScore> score(Candidate candidate, Instant latest, Instant now) {
        Instant last = candidate.lastForRequester();
        if (last == null || (lasts != null && last.isBefore(now.minus(lasts)))) {
            return Optional.empty();
        }
        boolean newest = last.equals(latest);
        String reason = (newest ? "had the customer's last ticket, " : "had an earlier ticket of the customer, ")
                + ago(Duration.between(last, now).toDays());
        return Optional.of(CandidateScore.of(candidate.agent().id(), newest ? BEST : earlierScore, reason));
    }

    private static String ago(long days) {
        if (days <= 0) {
            return "less than a day ago";
        }
        return days == 1 ? "a day ago" : days + " days ago";
    }
}
