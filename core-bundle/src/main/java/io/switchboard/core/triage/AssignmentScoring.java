package io.switchboard.core.triage;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.sockets.WhiteboardRegistry;
import io.switchboard.core.store.triage.AgentLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds an agent. The scores of all rules are added, each times its weight for the queue; a veto removes a candidate, where
 * the rule's vetoes hold. Who is first is said by {@link Ranking}.
 */
final class AssignmentScoring {
    private static final String DESK = "Desk";
    /** Rules go for moments when their plugin is replaced or gets new settings. */
    private static final Duration UNTIL_RULES_ARE_BACK = Duration.ofMinutes(15);
    /** Agents are away for nights, weekends and holidays. */
    private static final Duration UNTIL_AGENTS_ARE_BACK = Duration.ofDays(7);

    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final TriagePolicy policy;
    private final Staff staff;

    AssignmentScoring(SocketRegistry registry, PluginCalls calls, TriagePolicy policy, Staff staff) {
        this.registry = registry;
        this.calls = calls;
        this.policy = policy;
        this.staff = staff;
    }

    /** What a rule said. */
    private record Said(String name, List<CandidateScore> scores) {}

    /**
     * A ticket that looks for an agent.
     *
     * @param dossier what is known of it
     * @param ticket the ticket with the classification and the team it is to get
     * @param holder who has the open ticket, and so counts it among theirs; null if nobody has
     * @param handling whether only senior agents may have it
     * @param language the language it is written in, or null
     * @param now when it is to be assigned
     */
    record Search(
            Dossier dossier,
            Ticket ticket,
            @Nullable PersonId holder,
            Handling handling,
            @Nullable String language,
            Instant now) {
        @Nullable
        TeamId team() {
            Ticket.TeamReference reference = ticket.team();
            return reference == null ? null : reference.id();
        }
    }

    /**
     * Finds an agent.
     *
     * @param weighing by what the rules count
     * @param failures plugins that failed so far; those that fail now are added
     */
    Assignment assign(Search search, Weighing weighing, Loads loads, List<PluginFailure> failures) {
        @Nullable TeamId team = search.team();
        Instant now = search.now();
        if (!policy.assignsAutomatically(team)) {
            return stays(team, "This queue is assigned by hand", now, failures);
        }
        List<SocketService<AssignmentRule>> installed = registry.services(AssignmentRule.class);
        List<SocketService<AssignmentRule>> rules = installed.stream()
                .filter(rule -> !weighing.of(rule.plugin(), team).off())
                .toList();
        if (rules.isEmpty()) {
            String none = installed.isEmpty() ? "No assignment rule is installed" : "No assignment rule counts here";
            return waits(team, UNTIL_RULES_ARE_BACK, new Explanation(now, team, null, none, List.of(), failures));
        }
        List<Candidate> candidates = candidates(search, loads);
        if (candidates.isEmpty()) {
            return stays(team, "The team has no active agent", now, failures);
        }
        Map<PersonId, List<Explanation.Score>> scores =
                scores(rules, question(search, candidates), plugin -> weighing.of(plugin, team), failures);
        List<Explanation.Scored> ranked = Ranking.of(candidates.stream()
                .map(candidate -> Ranking.scored(
                        candidate, scores.getOrDefault(candidate.agent().id(), List.of())))
                .toList());
        if (failures.stream().filter(this::isRule).count() == rules.size()) {
            return waits(
                    team,
                    UNTIL_RULES_ARE_BACK,
                    new Explanation(now, team, null, "No assignment rule answered", ranked, failures));
        }
        return Ranking.winner(ranked)
                .map(winner -> give(winner, search, candidates, ranked, loads, failures))
                .orElseGet(() -> waits(
                        team,
                        UNTIL_AGENTS_ARE_BACK,
                        new Explanation(now, team, null, "Every candidate was ruled out", ranked, failures)));
    }

    private AssignmentQuestion question(Search search, List<Candidate> candidates) {
        return new AssignmentQuestion(
                search.ticket(),
                search.dossier().requester(),
                candidates,
                policy.requiredSkills(search.ticket().classification()),
                search.handling().seniorOnly(),
                search.language(),
                search.now());
    }

    private Assignment give(
            Explanation.Scored winner,
            Search search,
            List<Candidate> candidates,
            List<Explanation.Scored> ranked,
            Loads loads,
            List<PluginFailure> failures) {
        @Nullable TeamId team = search.team();
        @Nullable TeamId home = team == null ? teamOf(winner.agent(), candidates) : team;
        @Nullable PersonId holder = search.holder();
        AgentLoad scoredOn = loads.asRead(winner.agent());
        if (holder != null) {
            loads.take(holder);
        }
        loads.give(winner.agent(), search.now());
        String reason = Ranking.why(winner, ranked);
        Explanation why = new Explanation(search.now(), home, winner.agent(), reason, ranked, failures);
        return new Assignment(home, winner.agent(), scoredOn, Duration.ZERO, why);
    }

    private boolean isRule(PluginFailure failure) {
        return failure.socket().equals(AssignmentRule.class.getSimpleName());
    }

    private static Assignment stays(@Nullable TeamId team, String reason, Instant now, List<PluginFailure> failures) {
        return Assignment.queue(team, new Explanation(now, team, null, reason, List.of(), failures));
    }

    private static Assignment waits(@Nullable TeamId team, Duration keepTrying, Explanation why) {
        return new Assignment(team, null, null, keepTrying, why);
    }

    private @Nullable TeamId teamOf(PersonId agent, List<Candidate> candidates) {
        Set<TeamId> teams = candidates.stream()
                .map(Candidate::agent)
                .filter(candidate -> candidate.id().equals(agent))
                .findFirst()
                .map(Agent::teams)
                .orElse(Set.of());
        TeamId usual = policy.defaultTeam();
        return usual != null && teams.contains(usual)
                ? usual
                : teams.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private List<Candidate> candidates(Search search, Loads loads) {
        @Nullable TeamId team = search.team();
        Set<PersonId> absent = staff.absent(search.now());
        Map<PersonId, Instant> known = search.dossier().agentsOfRequester();
        return staff.agents().stream()
                .filter(agent ->
                        team == null ? !agent.teams().isEmpty() : agent.teams().contains(team))
                .map(agent -> {
                    AgentLoad load = loads.of(agent.id());
                    // Who has the ticket is asked as if they had not: it must not speak against them that they have it.
                    int own = agent.id().equals(search.holder()) ? 1 : 0;
                    return new Candidate(
                            agent,
                            Math.max(0, load.openTickets() - own),
                            load.lastAssignedAt(),
                            absent.contains(agent.id()),
                            known.get(agent.id()));
                })
                .toList();
    }

    private Map<PersonId, List<Explanation.Score>> scores(
            List<SocketService<AssignmentRule>> rules,
            AssignmentQuestion question,
            Function<String, RuleWeight> weights,
            List<PluginFailure> failures) {
        Map<PersonId, List<Explanation.Score>> scores = new LinkedHashMap<>();
        question.candidates().forEach(candidate -> scores.put(candidate.agent().id(), conditions(candidate, question)));
        List<Answer<Said>> answers =
                calls.askAll(rules, PluginCalls.ADVICE, rule -> new Said(rule.name(), rule.score(question)));
        for (Answer<Said> answer : answers) {
            if (answer instanceof Answer.Failed<Said> failed) {
                failures.add(PluginFailure.of(failed, AssignmentRule.class));
            } else if (answer instanceof Answer.Given<Said> given) {
                add(given, weights.apply(given.plugin()), scores);
            }
        }
        return scores;
    }

    /** The desk's own conditions: who is away gets nothing, and what is for senior agents goes to senior agents. */
    private static List<Explanation.Score> conditions(Candidate candidate, AssignmentQuestion question) {
        List<Explanation.Score> conditions = new ArrayList<>();
        if (candidate.absent()) {
            conditions.add(veto("is away"));
        }
        if (question.seniorOnly() && !candidate.agent().senior()) {
            conditions.add(veto("is not a senior agent, which this ticket needs"));
        }
        return conditions;
    }

    private static Explanation.Score veto(String reason) {
        return new Explanation.Score(DESK, WhiteboardRegistry.CORE, 0, 1, true, reason);
    }

    private static void add(
            Answer.Given<Said> given, RuleWeight weight, Map<PersonId, List<Explanation.Score>> scores) {
        Said said = given.value();
        for (CandidateScore score : said.scores()) {
            List<Explanation.Score> ofCandidate = scores.get(score.candidate());
            if (ofCandidate != null
                    && ofCandidate.stream()
                            .noneMatch(other -> other.plugin().equals(given.plugin())
                                    && other.rule().equals(said.name()))) {
                ofCandidate.add(weighed(said.name(), given.plugin(), score, weight));
            }
        }
    }

    private static Explanation.Score weighed(String rule, String plugin, CandidateScore score, RuleWeight weight) {
        boolean idle = score.veto() && !weight.vetoes();
        return new Explanation.Score(
                rule,
                plugin,
                score.veto() ? 0 : score.value(),
                weight.weight(),
                score.veto() && weight.vetoes(),
                idle ? score.reason() + " (which rules nobody out in this queue)" : score.reason());
    }
}
