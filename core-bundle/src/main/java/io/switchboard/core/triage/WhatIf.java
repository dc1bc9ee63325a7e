package io.switchboard.core.triage;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Burden;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.ListTickets.Query;
import io.switchboard.core.desk.record.ListTickets.View;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketOrder;
import io.switchboard.core.store.ticket.TicketSummary;
import io.switchboard.core.store.triage.AgentLoad;
import io.switchboard.core.store.triage.AgentLoads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shows who would have got the latest tickets by other weights (AS8). The tickets are given once more by the present weights
 * and once by the others, each time as they and the people stand now, at the time of their opening. Nothing is written.
 */
@Component(service = WhatIf.class)
public final class WhatIf {
    /** How many tickets are replayed at most. */
    public static final int MOST = 500;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ListTickets list;
    private final Transactions transactions;
    private final TriageDesk desk;
    private final AgentLoads loads;
    private final AssignmentWeights weights;
    private final Lifecycle lifecycle;
    private final HandlingQuestions handlings;
    private final AssignmentScoring scoring;
    private final Semaphore turn = new Semaphore(1);

    /** Makes the use case. */
    @Activate
    public WhatIf(
            @Reference ListTickets list,
            @Reference Transactions transactions,
            @Reference TriageDesk desk,
            @Reference AgentLoads loads,
            @Reference AssignmentWeights weights,
            @Reference Lifecycle lifecycle,
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls,
            @Reference TriagePolicy policy,
            @Reference Staff staff) {
        this.list = list;
        this.transactions = transactions;
        this.desk = desk;
        this.loads = loads;
        this.weights = weights;
        this.lifecycle = lifecycle;
        this.handlings = new HandlingQuestions(registry, calls);
        this.scoring = new AssignmentScoring(registry, calls, policy, staff);
    }

    /**
     * What is asked.
     *
     * @param last how many tickets, from 1 to {@value #MOST}
     * @param team only those of this team, or null for all
     * @param weights the other weights
     */
    public record Question(int last, @Nullable TeamId team, RuleWeights weights) {}

    /**
     * What came of one ticket.
     *
     * @param ticket as it stands
     * @param before to whom it would have gone by the present weights
     * @param after to whom it would have gone by the others
     */
    public record Outcome(Ticket ticket, Explanation before, Explanation after) {}

    /**
     * What came of it.
     *
     * @param complete whether there was time for all of the tickets; if not, the newest are left out
     * @param outcomes in the order of their opening
     * @param failures plugins that did not answer, once for each time
     */
    public record Result(boolean complete, List<Outcome> outcomes, List<PluginFailure> failures) {
        /** Keeps copies. */
        public Result {
            outcomes = List.copyOf(outcomes);
            failures = List.copyOf(failures);
        }
    }

    /**
     * Replays.
     *
     * @throws SwitchboardException with {@code right-missing}, {@code invalid-field}, or {@code overloaded} while another
     *     replay runs
     */
    public Result handle(Caller caller, Question question) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        if (question.last() < 1 || question.last() > MOST) {
            throw SwitchboardException.field("last", "must be a whole number from 1 to " + MOST);
        }
        weights.demandKnown("weights.", question.weights());
        if (!turn.tryAcquire()) {
            throw new SwitchboardException(ErrorCode.OVERLOADED, "Another replay runs; try again when it is over");
        }
        try {
            return replay(latest(caller, question), weights.weighing(question.weights()));
        } finally {
            turn.release();
        }
    }

    /** Reads what the caller sees of the latest tickets, the oldest first. */
    private List<Dossier> latest(Caller caller, Question question) {
        Filter filter = new Filter(null, null, null, null, null, null, question.team(), null, null, null, null);
        Query query = new Query(View.ALL, filter, TicketOrder.CREATED, null, question.last());
        List<TicketId> ids =
                list.handle(caller, query).stream().map(TicketSummary::id).toList();
        return transactions.read(() -> desk.dossiers(ids)).values().stream()
                .filter(dossier -> dossier.ticket().progress().triage() != TriageState.PENDING
                        && !dossier.ticket().imported())
                .sorted(Comparator.comparing(
                                (Dossier dossier) -> dossier.ticket().createdAt())
                        .thenComparing(dossier -> dossier.ticket().id()))
                .toList();
    }

    private Result replay(List<Dossier> tickets, Weighing other) {
        Map<PersonId, AgentLoad> besides = besides(tickets);
        Replay now = new Replay(scoring, weights.current(), besides);
        Replay then = new Replay(scoring, other, besides);
        Set<TicketId> replayed =
                tickets.stream().map(dossier -> dossier.ticket().id()).collect(Collectors.toSet());
        List<Outcome> outcomes = new ArrayList<>();
        List<PluginFailure> failures = new ArrayList<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        for (Dossier whole : tickets) {
            if (System.nanoTime() - end > 0) {
                return new Result(false, outcomes, failures);
            }
            Dossier dossier = whole.withHandled(whole.handled().stream()
                    .filter(known -> !replayed.contains(known.ticket()))
                    .toList());
            Handling handling = handlings.ask(dossier, failures);
            outcomes.add(new Outcome(
                    dossier.ticket(),
                    given(now, dossier, handling, failures),
                    given(then, dossier, handling, failures)));
        }
        return new Result(true, outcomes, failures);
    }

    /** Which rules failed before must not be taken for failures of this ticket's rules. */
    private Explanation given(Replay replay, Dossier dossier, Handling handling, List<PluginFailure> failures) {
        List<PluginFailure> ofThis = new ArrayList<>();
        Explanation why = replay.next(dossier, handling, solvedAt(dossier.ticket()), ofThis);
        failures.addAll(ofThis);
        return why;
    }

    private @Nullable Instant solvedAt(Ticket ticket) {
        return Burden.is(ticket.progress(), lifecycle)
                ? null
                : ticket.progress().statusSince();
    }

    /** Returns what the agents have besides these tickets. */
    private Map<PersonId, AgentLoad> besides(List<Dossier> tickets) {
        Map<PersonId, AgentLoad> besides = new HashMap<>();
        transactions.read(loads::all).forEach((agent, load) -> besides.put(agent, idle(agent, load.openTickets())));
        for (Dossier dossier : tickets) {
            PersonReference assignee = dossier.ticket().assignee();
            if (assignee != null && solvedAt(dossier.ticket()) == null) {
                besides.computeIfPresent(
                        assignee.id(), (agent, load) -> idle(agent, Math.max(0, load.openTickets() - 1)));
            }
        }
        return besides;
    }

    /** Nobody knows when they were given a ticket before the first that is replayed. */
    private static AgentLoad idle(PersonId agent, int openTickets) {
        return new AgentLoad(agent, openTickets, 0, null);
    }
}
