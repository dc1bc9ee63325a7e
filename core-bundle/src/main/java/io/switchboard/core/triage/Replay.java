package io.switchboard.core.triage;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.store.triage.AgentLoad;
import io.switchboard.core.store.triage.StaffStore.HandledTicket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Gives tickets that are there already to agents once more, in the order in which they were opened, and writes nothing. Each
 * burdens whom it was given to from its opening until it was solved, as it did in truth, and makes them known to its
 * requester.
 */
final class Replay {
    private final AssignmentScoring scoring;
    private final Weighing weighing;
    private final Loads loads;
    private final PriorityQueue<Given> open = new PriorityQueue<>(Comparator.comparing(Given::until));
    private final Map<PersonId, List<HandledTicket>> given = new HashMap<>();

    /** A ticket that somebody has until a time. */
    private record Given(PersonId agent, Instant until) {}

    /**
     * Begins with what the agents have besides the tickets that are replayed.
     *
     * @param weighing by what the rules count
     */
    Replay(AssignmentScoring scoring, Weighing weighing, Map<PersonId, AgentLoad> besides) {
        this.scoring = scoring;
        this.weighing = weighing;
        this.loads = new Loads(besides);
    }

    /**
     * Gives the next ticket.
     *
     * @param dossier the ticket with those of its requester's other tickets that are not replayed
     * @param solvedAt when it was solved, or null if it is open
     * @param failures plugins that fail are added
     */
    Explanation next(Dossier dossier, Handling handling, @Nullable Instant solvedAt, List<PluginFailure> failures) {
        Ticket ticket = dossier.ticket();
        Instant now = ticket.createdAt();
        while (!open.isEmpty() && !open.peek().until().isAfter(now)) {
            loads.take(open.remove().agent());
        }
        List<HandledTicket> ofRequester =
                given.computeIfAbsent(ticket.requester().id(), requester -> new ArrayList<>());
        AssignmentScoring.Search search = new AssignmentScoring.Search(
                dossier.withHandled(before(now, dossier.handled(), ofRequester)), ticket, null, handling, null, now);
        Explanation why = scoring.assign(search, weighing, loads, failures).explanation();
        PersonId agent = why.agent();
        if (agent != null) {
            open.add(new Given(agent, solvedAt == null ? Instant.MAX : solvedAt));
            ofRequester.add(new HandledTicket(ticket.id(), agent, now, now));
        }
        return why;
    }

    /** Returns what was known of the requester then: nobody had a ticket that was opened later. */
    private static List<HandledTicket> before(Instant now, List<HandledTicket> besides, List<HandledTicket> given) {
        List<HandledTicket> known = new ArrayList<>(given);
        besides.stream()
                .filter(other -> other.openedAt().isBefore(now))
                .map(other -> new HandledTicket(
                        other.ticket(),
                        other.agent(),
                        other.openedAt(),
                        other.changedAt().isAfter(now) ? now : other.changedAt()))
                .forEach(known::add);
        return known;
    }
}
