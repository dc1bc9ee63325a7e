package io.switchboard.core.triage;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.JudgesMessages;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.handling.SpecialHandling.HandlingQuestion;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks all special handlings about a ticket and puts their advice together. */
final class HandlingQuestions {
    private static final String JUDGES_MESSAGES = JudgesMessages.PREFIX_ + "messages";

    private final SocketRegistry registry;
    private final PluginCalls calls;

    HandlingQuestions(SocketRegistry registry, PluginCalls calls) {
        this.registry = registry;
        this.calls = calls;
    }

    /** What one of them said. */
    private record Said(int precedence, String mark, Optional<HandlingAdvice> advice) {}

    /** Advice with what orders it; the position holds ranking and plugin id. */
    private record Ordered(Said said, String plugin, HandlingAdvice advice) {}

    /** Asks. Whoever did not answer is added to the failures. */
    Handling ask(Dossier dossier, List<PluginFailure> failures) {
        List<SocketService<SpecialHandling>> services = registry.services(SpecialHandling.class);
        HandlingQuestion question = new HandlingQuestion(dossier.ticket(), dossier.requester(), dossier.messages());
        return ask(services, handling -> handling.judge(question), failures);
    }

    private Handling ask(
            List<SocketService<SpecialHandling>> services,
            Function<SpecialHandling, Optional<HandlingAdvice>> judgement,
            List<PluginFailure> failures) {
        for (String absent : registry.absent(SpecialHandling.class)) {
            failures.add(new PluginFailure(
                    absent,
                    SpecialHandling.class.getSimpleName(),
                    Answer.Kind.REJECTED,
                    "it is to run and does not offer what it says it does"));
        }
        if (services.isEmpty()) {
            return Handling.ORDINARY;
        }
        List<Answer<Said>> answers = calls.askAll(
                services,
                PluginCalls.ADVICE,
                handling -> new Said(
                        handling.precedence(),
                        handling.mark(),
                        Objects.requireNonNull(judgement.apply(handling), "an answer")));
        List<Ordered> advice = new ArrayList<>();
        for (Answer<Said> answer : answers) {
            if (answer instanceof Answer.Failed<Said> failed) {
                failures.add(PluginFailure.of(failed, SpecialHandling.class));
            } else if (answer instanceof Answer.Given<Said> given) {
                given.value().advice().ifPresent(said -> advice.add(new Ordered(given.value(), given.plugin(), said)));
            }
        }
        advice.sort(Comparator.comparingInt(entry -> entry.said().precedence()));
        return combine(advice);
    }

    /** Returns whether any of them judges messages. */
    boolean judgeMessages() {
        return !judgesOfMessages().isEmpty()
                || !registry.absent(SpecialHandling.class).isEmpty();
    }

    /** Asks those that judge messages; advice that is not of confidentiality does not count. */
    Handling askOfMessage(Ticket ticket, NewMessage message, List<PluginFailure> failures) {
        return ask(
                judgesOfMessages(),
                handling -> handling.judgeMessage(ticket, message).filter(HandlingAdvice::confidential),
                failures);
    }

    private List<SocketService<SpecialHandling>> judgesOfMessages() {
        return registry.services(SpecialHandling.class).stream()
                .filter(service -> Boolean.TRUE.equals(service.properties().get(JUDGES_MESSAGES)))
                .toList();
    }

    private static Handling combine(List<Ordered> advice) {
        boolean confidential = advice.stream().anyMatch(entry -> entry.advice().confidential());
        boolean seniorOnly = false;
        @Nullable TeamId team = null;
        @Nullable Priority minimum = null;
        @Nullable TicketType type = null;
        List<Handling.Mark> marks = new ArrayList<>();
        for (Ordered entry : advice) {
            HandlingAdvice said = entry.advice();
            seniorOnly |= said.seniorOnly();
            // Who did not ask for confidentiality does not say who may see what is confidential.
            team = team == null && said.confidential() == confidential ? said.team() : team;
            type = type == null ? said.type() : type;
            minimum = higher(minimum, said.minimumPriority());
            marks.add(new Handling.Mark(entry.said().mark(), entry.plugin(), said.reason()));
        }
        return new Handling(marks, confidential, seniorOnly, team, minimum, type);
    }

    private static @Nullable Priority higher(@Nullable Priority one, @Nullable Priority other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
