package io.switchboard.assign.skill;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.people.Agent;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Scores how many of the required skills an agent has (50 points) and how well (50 points): 100 for one who teaches all
 * of them, 0 for one who has none. So knowing all a little goes before knowing one of two very well. A skill that no
 * candidate has does not tell them apart and is left out of the reckoning; a ticket that needs no skill, or only such,
 * gets no opinion.
 */
@Component
@Designate(ocd = SkillSettings.class)
@SwitchboardPlugin(socket = "AssignmentRule")
public final class AssignBySkill implements AssignmentRule {
    private static final int HIGHEST_LEVEL = 5;
    private static final double FOR_HAVING = 50;
    private static final double FOR_LEVEL = 50;
    private static final int SKILLS_NAMED = 3;

    private final int lowestLevel;
    private final boolean lackingExcluded;

    /** Takes the settings. */
    @Activate
    public AssignBySkill(SkillSettings settings) {
        this(settings.lowestLevel(), settings.lackingExcluded());
    }

    AssignBySkill(int lowestLevel, boolean lackingExcluded) {
        this.lowestLevel = lowestLevel;
        this.lackingExcluded = lackingExcluded;
    }

    @Override
    public String name() {
        return "Skill";
    }

    @Override
    public List<CandidateScore> score(AssignmentQuestion question) {
        List<String> known = question.requiredSkills().stream()
                .distinct()
                .filter(skill -> question.candidates().stream().anyMatch(candidate -> has(candidate.agent(), skill)))
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        return question.candidates().stream()
                .map(candidate -> score(candidate.agent(), known))
                .toList();
    }

    private CandidateScore score(Agent agent, List<String> required) {
        List<String> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        int levels = 0;
        for (String skill : required) {
            if (has(agent, skill)) {
                int level = level(agent, skill);
                levels += level;
                has.add(skill + " at level " + level);
            } else {
                lacks.add(skill);
            }
        }
        String reason = reason(has, lacks);
        if (!lacks.isEmpty() && lackingExcluded) {
            return CandidateScore.veto(agent.id(), reason);
        }
        double value =
                FOR_HAVING * has.size() / required.size() + FOR_LEVEL * levels / (HIGHEST_LEVEL * required.size());
        return CandidateScore.of(agent.id(), value, reason);
    }

    private boolean has(Agent agent, String skill) {
        return level(agent, skill) >= Math.max(1, lowestLevel);
    }

    private static int level(Agent agent, String skill) {
        return Math.min(agent.skills().getOrDefault(skill, 0), HIGHEST_LEVEL);
    }

    private static String reason(List<String> has, List<String> lacks) {
        if (lacks.isEmpty()) {
            return "has " + named(has);
        }
        return has.isEmpty() ? "lacks " + named(lacks) : "has " + named(has) + "; lacks " + named(lacks);
    }

    private static String named(List<String> skills) {
        int more = skills.size() - SKILLS_NAMED;
        String first = String.join(", ", skills.subList(0, Math.min(skills.size(), SKILLS_NAMED)));
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
