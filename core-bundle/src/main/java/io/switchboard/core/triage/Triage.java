package io.switchboard.core.triage;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.assignment.AutomaticAssignment;
import io.switchboard.core.feed.Subscriptions;
import io.switchboard.core.people.lookup.Lookups;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.triage.AgentLoad;
import io.switchboard.core.store.triage.AgentLoads;
import io.switchboard.core.store.triage.ExplanationStore;
import io.switchboard.core.timing.Timers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Triages tickets: reads what is known, asks the advisors outside of any transaction, and writes what was decided for
 * several tickets in one. A decision holds only if the ticket and the chosen agent's load are still as they were seen;
 * otherwise all is asked again.
 */
@Component(service = Triage.class)
public final class Triage {
    private static final int TRIES = 5;

    private final Transactions transactions;
    private final TriageDesk desk;
    private final AgentLoads agentLoads;
    private final ExplanationStore explanations;
    private final Advisors advisors;
    private final Lookups lookups;
    private final Timers timers;

    /** Makes it. */
    @Activate
    public Triage(
            @Reference Transactions transactions,
            @Reference TriageDesk desk,
            @Reference AgentLoads agentLoads,
            @Reference ExplanationStore explanations,
            @Reference Advisors advisors,
            @Reference Lookups lookups,
            @Reference Timers timers) {
        this.transactions = transactions;
        this.desk = desk;
        this.agentLoads = agentLoads;
        this.explanations = explanations;
        this.advisors = advisors;
        this.lookups = lookups;
        this.timers = timers;
    }

    /** What was read at one moment. */
    private record Read(Map<TicketId, Dossier> dossiers, Map<PersonId, AgentLoad> loads) {}

    /**
     * A ticket for which an agent is still looked for.
     *
     * @param since when none was found first
     * @param until when it is given up
     */
    record Waiting(Instant since, Instant until) {}

    /** Thrown inside a transaction to take it back: a ticket or a load is not as it was seen. */
    private static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Moved() {
            super("a ticket or a load changed meanwhile", null, false, false);
        }
    }

    /**
     * Triages tickets after what happened to them.
     *
     * @throws SwitchboardException with {@code plugin-failed} if a ticket has still to wait because a special handling
     *     did not answer; the others are done
     */
    void react(Map<TicketId, List<TicketEvent>> events) {
        Map<TicketId, Change> changes = new LinkedHashMap<>();
        events.forEach((ticket, ofTicket) -> {
            Change change = Change.of(ofTicket);
            if (change.opened() || advisors.anybodyCares(change)) {
                changes.put(ticket, change);
            }
        });
        if (changes.isEmpty()) {
            return;
        }
        lookUpRequesters(changes);
        List<TriageDecision> waiting =
                decide(Caller.system(Subscriptions.TRIAGE), changes.keySet(), (dossier, loads) -> {
                    boolean pending = dossier.ticket().progress().triage() == TriageState.PENDING;
                    Change change = changes.getOrDefault(dossier.ticket().id(), Change.of(List.of()));
                    return pending
                            ? advisors.first(dossier, loads)
                            : advisors.again(dossier, change, loads).orElse(null);
                });
        if (!waiting.isEmpty()) {
            throw new SwitchboardException(
                    ErrorCode.PLUGIN_FAILED,
                    "Ticket " + waiting.get(0).seen().number() + " waits for special handling, which did not answer");
        }
    }

    /** What a directory says in time counts from the start; what it says later has the advisors asked again. */
    private void lookUpRequesters(Map<TicketId, Change> changes) {
        List<TicketId> opened = changes.entrySet().stream()
                .filter(change -> change.getValue().opened())
                .map(Map.Entry::getKey)
                .toList();
        if (!opened.isEmpty() && lookups.possible()) {
            lookups.beforeTriage(transactions.read(() -> desk.requesters(opened)));
        }
    }

    /** Gives a ticket to the agent whom the rules choose now, whoever has it. The caller's right was checked. */
    void assign(Caller caller, TicketId ticket) {
        decide(caller, Set.of(ticket), advisors::reassign);
    }

    /**
     * Gives a ticket that found no agent to the one whom the rules choose now. While they choose none nothing is changed.
     *
     * @return that it waits on, if it has still nobody and it is to be tried again
     */
    Optional<Waiting> assignWaiting(TicketId ticket) {
        AtomicReference<@Nullable Assignment> last = new AtomicReference<>();
        decide(Caller.system(Subscriptions.TRIAGE), Set.of(ticket), (dossier, loads) -> {
            TriageDecision decision = advisors.waiting(dossier, loads).orElse(null);
            Assignment assignment = decision == null ? null : decision.assignment();
            last.set(assignment);
            return assignment == null || assignment.agent() == null ? null : decision;
        });
        Assignment found = last.get();
        return found == null || found.keepTrying().isZero()
                ? Optional.empty()
                : transactions
                        .read(() -> explanations.find(ticket))
                        .map(kept -> Json.read(kept, Explanation.class).at())
                        .map(since -> new Waiting(since, since.plus(found.keepTrying())));
    }

    /** Does the same in three parts, of which the last runs inside a change of several steps. */
    AutomaticAssignment.Question prepare(Caller caller, TicketId ticket) {
        Read read = read(Set.of(ticket));
        return () -> {
            Dossier dossier = read.dossiers().get(ticket);
            List<TriageDecision> decisions =
                    dossier == null ? List.of() : List.of(advisors.reassign(dossier, new Loads(read.loads())));
            return () -> write(caller, decisions);
        };
    }

    private Read read(Set<TicketId> tickets) {
        return transactions.read(() -> new Read(desk.dossiers(tickets), agentLoads.all()));
    }

    /** Reads, decides and writes, again if something moved. Returns the decisions that leave a ticket pending. */
    private List<TriageDecision> decide(
            Caller caller, Set<TicketId> tickets, BiFunction<Dossier, Loads, @Nullable TriageDecision> advice) {
        for (int i = 0; i < TRIES; i++) {
            Read read = read(tickets);
            Loads loads = new Loads(read.loads());
            List<TriageDecision> decisions = new ArrayList<>();
            for (TicketId ticket : tickets) {
                Dossier dossier = read.dossiers().get(ticket);
                TriageDecision decision = dossier == null ? null : advice.apply(dossier, loads);
                if (decision != null) {
                    decisions.add(decision);
                }
            }
            if (write(caller, decisions)) {
                return decisions.stream()
                        .filter(decision -> !decision.finishes()
                                && decision.seen().progress().triage() == TriageState.PENDING)
                        .toList();
            }
        }
        throw new SwitchboardException(
                ErrorCode.OVERLOADED, "The tickets or the agents' loads change too fast; it will be tried again");
    }

    private boolean write(Caller caller, List<TriageDecision> decisions) {
        List<TriageDecision> inOrder = decisions.stream()
                .filter(TriageDecision::changesSomething)
                .sorted(Comparator.comparing(decision -> decision.seen().id()))
                .toList();
        if (inOrder.isEmpty()) {
            return true;
        }
        try {
            return transactions.write(() -> {
                Set<PersonId> locked = new HashSet<>();
                inOrder.forEach(decision -> write(caller, decision, locked));
                return true;
            });
        } catch (Moved | DuplicateKeyException again) {
            return false;
        }
    }

    private void write(Caller caller, TriageDecision decision, Set<PersonId> locked) {
        Assignment assignment = decision.assignment();
        AgentLoad scoredOn = assignment == null ? null : assignment.scoredOn();
        if (scoredOn != null && locked.add(scoredOn.agent()) && !agentLoads.lock(scoredOn)) {
            throw new Moved();
        }
        if (!desk.apply(caller, decision)) {
            throw new Moved();
        }
        if (assignment != null) {
            Explanation explanation = assignment.explanation();
            explanations.put(decision.seen().id(), Json.write(explanation), explanation.at());
            if (!assignment.keepTrying().isZero()) {
                timers.set(
                        AssignWaiting.KIND,
                        decision.seen().id(),
                        explanation.at().plus(AssignWaiting.FIRST));
            }
        }
    }
}
