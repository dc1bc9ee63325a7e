package io.switchboard.assign.workload;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Scores {@code 100 × h / (h + open tickets)}, where {@code h} is the setting {@link WorkloadSettings#halfway()}. The
 * curve never reaches 0, so that of two agents the one with fewer tickets always scores higher, however many they have.
 */
@Component
@Designate(ocd = WorkloadSettings.class)
@SwitchboardPlugin(socket = "AssignmentRule")
public final class AssignByWorkload implements AssignmentRule {
    private static final double BEST = 100;

    private final int halfway;
    private final int most;
    private final boolean absentExcluded;

    /** Takes the settings. */
    @Activate
    public AssignByWorkload(WorkloadSettings settings) {
        this(settings.halfway(), settings.most(), settings.absentExcluded());
    }

    AssignByWorkload(int halfway, int most, boolean absentExcluded) {
        this.halfway = Math.max(1, halfway);
        this.most = most;
        this.absentExcluded = absentExcluded;
    }

    @Override
    public String name() {
        return "Workload";
    }

    @Override
    public List<CandidateScore> score(AssignmentQuestion question) {
        return question.candidates().stream().map(this::score).toList();
    }

    private CandidateScore score(Candidate candidate) {
        PersonId agent = candidate.agent().id();
        int open = candidate.openTickets();
        if (candidate.absent() && absentExcluded) {
            return CandidateScore.veto(agent, "is away");
        }
        if (most > 0 && open >= most) {
            return CandidateScore.veto(agent, "has " + tickets(open) + "; an agent is given no more than " + most);
        }
        return CandidateScore.of(agent, BEST * halfway / (halfway + (double) open), "has " + tickets(open));
    }

    private static String tickets(int open) {
        return switch (open) {
            case 0 -> "no open ticket";
            case 1 -> "1 open ticket";
            default -> open + " open tickets";
        };
    }
}
