package io.switchboard.core.triage;

import io.switchboard.api.deadline.DeadlinePolicy;
import io.switchboard.api.deadline.DeadlinePolicy.DeadlineAdvice;
import io.switchboard.api.deadline.DeadlinePolicy.DeadlineQuestion;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks all deadline policies and puts their deadlines together. */
final class DeadlineQuestions {
    private static final Set<EventType> FOR_CLOCKS = EnumSet.of(
            EventType.TICKET_OPENED, EventType.TICKET_TRANSITIONED, EventType.MESSAGE_SENT, EventType.MESSAGE_RECEIVED);
    private static final Comparator<Deadline> BY_DUE_TIME = Comparator.comparing(
                    Deadline::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Deadline::kind);

    private final SocketRegistry registry;
    private final PluginCalls calls;

    DeadlineQuestions(SocketRegistry registry, PluginCalls calls) {
        this.registry = registry;
        this.calls = calls;
    }

    /**
     * Asks. Whoever did not answer is added to the failures, and its deadlines stay as they were; so do those of a policy
     * that is not installed any more.
     */
    List<Deadline> ask(Dossier dossier, Ticket ticket, Instant now, List<PluginFailure> failures) {
        List<SocketService<DeadlinePolicy>> services = registry.services(DeadlinePolicy.class);
        if (services.isEmpty()) {
            return ticket.deadlines();
        }
        DeadlineQuestion question = new DeadlineQuestion(
                ticket,
                dossier.requester(),
                dossier.history().stream()
                        .filter(event -> FOR_CLOCKS.contains(event.type()) && !automatic(event))
                        .toList(),
                now);
        Set<String> answered = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        List<Deadline> deadlines = new ArrayList<>();
        for (Answer<List<DeadlineAdvice>> answer :
                calls.askAll(services, PluginCalls.ADVICE, policy -> List.copyOf(policy.deadlines(question)))) {
            if (answer instanceof Answer.Failed<List<DeadlineAdvice>> failed) {
                failures.add(PluginFailure.of(failed, DeadlinePolicy.class));
            } else if (answer instanceof Answer.Given<List<DeadlineAdvice>> given) {
                answered.add(given.plugin());
                given.value().stream()
                        .filter(advice -> kinds.add(advice.kind()))
                        .forEach(advice -> deadlines.add(new Deadline(
                                advice.kind(), advice.dueAt(), advice.metAt(), given.plugin(), advice.explanation())));
            }
        }
        ticket.deadlines().stream()
                .filter(old -> !answered.contains(old.plugin()) && kinds.add(old.kind()))
                .forEach(deadlines::add);
        deadlines.sort(BY_DUE_TIME);
        return List.copyOf(deadlines);
    }

    /** An automatic message is nobody's answer, so that no clock starts or stops by it. */
    private static boolean automatic(TicketEvent event) {
        return Boolean.parseBoolean(event.data().get("automatic"));
    }
}
