package io.switchboard.core.triage;

import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.deadline.DeadlinePolicy;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.desk.Burden;
import io.switchboard.core.desk.configuration.PriorityMatrix;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes a decision about a ticket from what the advisors say: special handling, then classification, then assignment, then
 * deadlines, each knowing what those before it said. It writes nothing. What a person chose is left as it is.
 */
@Component(service = Advisors.class)
public final class Advisors {
    private final SocketRegistry registry;
    private final TriagePolicy policy;
    private final AssignmentWeights weights;
    private final Staff staff;
    private final Lifecycle lifecycle;
    private final DeskClock clock;
    private final HandlingQuestions handlings;
    private final Suggestions suggestions;
    private final AssignmentScoring scoring;
    private final DeadlineQuestions deadlines;
    private final Secrecy secrecy;

    /** Makes it. */
    @Activate
    public Advisors(
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls,
            @Reference TriagePolicy policy,
            @Reference AssignmentWeights weights,
            @Reference Staff staff,
            @Reference Lifecycle lifecycle,
            @Reference DeskClock clock,
            @Reference PriorityMatrix matrix) {
        this.registry = registry;
        this.policy = policy;
        this.weights = weights;
        this.staff = staff;
        this.lifecycle = lifecycle;
        this.clock = clock;
        this.handlings = new HandlingQuestions(registry, calls);
        this.suggestions = new Suggestions(registry, calls, matrix);
        this.scoring = new AssignmentScoring(registry, calls, policy, staff);
        this.deadlines = new DeadlineQuestions(registry, calls);
        this.secrecy = new Secrecy(staff);
    }

    /**
     * Decides about a new ticket.
     *
     * @return a decision that finishes triage; or one that does not, if a special handling did not answer
     */
    TriageDecision first(Dossier dossier, Loads loads) {
        List<PluginFailure> failures = new ArrayList<>();
        Handling handling = handlings.ask(dossier, failures);
        if (!failures.isEmpty()) {
            return TriageDecision.remarkOnly(dossier.ticket(), unremarked(dossier, failures));
        }
        Suggestions.Classified classified = suggestions.ask(dossier, handling, policy.threshold(), failures);
        return decide(dossier, handling, classified, true, wantsAgent(dossier), loads, failures);
    }

    /** Decides about an old ticket of which something changed; without a change nothing is to be done. */
    Optional<TriageDecision> again(Dossier dossier, Change change, Loads loads) {
        List<PluginFailure> failures = new ArrayList<>();
        Handling handling = change.importance() ? handlings.ask(dossier, failures) : Handling.ORDINARY;
        Suggestions.Classified classified =
                new Suggestions.Classified(raised(dossier.ticket().classification(), handling), null, List.of());
        boolean assigns = (change.importance() || change.team())
                && !change.unassigned()
                && (wantsAgent(dossier) || wantsSenior(dossier, handling));
        TriageDecision decision = decide(dossier, handling, classified, false, assigns, loads, failures);
        return decision.changesSomething() ? Optional.of(decision) : Optional.empty();
    }

    /** Decides to whom a ticket would go now, whoever has it. */
    TriageDecision reassign(Dossier dossier, Loads loads) {
        List<PluginFailure> failures = new ArrayList<>();
        Handling handling = handlings.ask(dossier, failures);
        Suggestions.Classified classified =
                new Suggestions.Classified(raised(dossier.ticket().classification(), handling), null, List.of());
        return decide(dossier, handling, classified, false, true, loads, failures);
    }

    /** Decides who gets a ticket now that found nobody before; nothing if nobody is to be looked for any more. */
    Optional<TriageDecision> waiting(Dossier dossier, Loads loads) {
        boolean waits = wantsAgent(dossier) && Burden.is(dossier.ticket().progress(), lifecycle);
        return waits ? Optional.of(reassign(dossier, loads)) : Optional.empty();
    }

    /** Returns whether any advisor would be asked about such a change at all. */
    boolean anybodyCares(Change change) {
        return !registry.services(DeadlinePolicy.class).isEmpty()
                || (change.importance()
                        && !registry.services(SpecialHandling.class).isEmpty())
                || ((change.importance() || change.team())
                        && !registry.services(AssignmentRule.class).isEmpty());
    }

    private TriageDecision decide(
            Dossier dossier,
            Handling handling,
            Suggestions.Classified classified,
            boolean finishes,
            boolean assigns,
            Loads loads,
            List<PluginFailure> failures) {
        Instant now = clock.now();
        Ticket seen = dossier.ticket();
        boolean hidden = handling.confidential() && !dossier.confidentialityDecided();
        boolean confidential = seen.confidential() || hidden;
        boolean hides = hidden && !seen.confidential();
        Ticket.@Nullable TeamReference team = hides ? secrecy.team(handling) : team(dossier, handling);
        Ticket proposed = Proposed.ticket(seen, classified.classification(), confidential, team, seen.deadlines());
        @Nullable Assignment assignment = null;
        // What is to be hidden and has no team must not get the default one, which would see it.
        if (assigns && !(confidential && team == null)) {
            AssignmentScoring.Search search =
                    new AssignmentScoring.Search(dossier, proposed, holder(seen), handling, classified.language(), now);
            assignment = orDefaultTeam(scoring.assign(search, weights.current(), loads, failures));
            proposed = withTeam(proposed, assignment.team());
        } else if (hides || team != null && !team.equals(seen.team())) {
            assignment = Secrecy.queue(team, now, failures);
        }
        List<Deadline> due = deadlines.ask(dossier, proposed, now, failures);
        return new TriageDecision(
                seen,
                finishes,
                handling.marks(),
                confidential,
                classified.classification(),
                classified.reasons(),
                assignment,
                due,
                unremarked(dossier, failures));
    }

    private @Nullable PersonId holder(Ticket ticket) {
        PersonReference assignee = ticket.assignee();
        return assignee != null && Burden.is(ticket.progress(), lifecycle) ? assignee.id() : null;
    }

    private static List<PluginFailure> unremarked(Dossier dossier, List<PluginFailure> failures) {
        return failures.stream().filter(failure -> !dossier.remarked(failure)).toList();
    }

    private static boolean wantsAgent(Dossier dossier) {
        Ticket ticket = dossier.ticket();
        return ticket.assignee() == null
                && ticket.progress().disposition() == Disposition.NONE
                && !ticket.imported()
                && !dossier.setByOthers("assignee");
    }

    /** Whether triage gave it to an agent who, as it is now known, may not have it. */
    private boolean wantsSenior(Dossier dossier, Handling handling) {
        Ticket ticket = dossier.ticket();
        PersonReference assignee = ticket.assignee();
        return handling.seniorOnly()
                && assignee != null
                && ticket.progress().stage() != Stage.RESOLUTION
                && ticket.progress().disposition() == Disposition.NONE
                && !dossier.setByOthers("assignee")
                && staff.agents().stream()
                        .noneMatch(agent -> agent.senior() && agent.id().equals(assignee.id()));
    }

    private Ticket.@Nullable TeamReference team(Dossier dossier, Handling handling) {
        Ticket ticket = dossier.ticket();
        TeamId wanted = handling.team();
        if (wanted == null || dossier.setByOthers("team") || dossier.setByOthers("assignee")) {
            return ticket.team();
        }
        return staff.team(wanted).orElse(ticket.team());
    }

    private Assignment orDefaultTeam(Assignment assignment) {
        TeamId usual = policy.defaultTeam();
        if (assignment.team() != null || usual == null) {
            return assignment;
        }
        Explanation why = assignment.explanation();
        return new Assignment(
                usual,
                null,
                null,
                assignment.keepTrying(),
                new Explanation(why.at(), usual, null, why.reason(), why.candidates(), why.failures()));
    }

    private Ticket withTeam(Ticket ticket, @Nullable TeamId team) {
        Ticket.TeamReference reference = team == null ? null : staff.team(team).orElse(null);
        return Proposed.ticket(ticket, ticket.classification(), ticket.confidential(), reference, ticket.deadlines());
    }

    static Classification raised(Classification now, Handling handling) {
        var minimum = handling.minimumPriority();
        if (minimum == null || now.priorityOverridden() || minimum.compareTo(now.priority()) >= 0) {
            return now;
        }
        return new Classification(
                now.type(), now.category(), now.product(), now.impact(), now.urgency(), minimum, false);
    }
}
