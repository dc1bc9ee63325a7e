package io.switchboard.core.desk.escalation;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.escalation.EscalationQuestion;
import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the rules of escalation about tickets, does what they say, and sets a timer for when a ticket is to be asked about
 * again (ES1, ES2). A rule that does not answer is asked again after some minutes.
 */
@Component(service = {AskEscalationRules.class, TimerKind.class})
public final class AskEscalationRules implements TimerKind {
    private static final Logger LOG = LoggerFactory.getLogger(AskEscalationRules.class);
    private static final String KIND = "ask-escalation-rules";
    private static final Duration UNANSWERED = Duration.ofMinutes(5);
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_EXPLANATION = 300;

    private final Transactions transactions;
    private final EscalationQuestions questions;
    private final EscalateTicket escalate;
    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final Timers timers;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public AskEscalationRules(
            @Reference Transactions transactions,
            @Reference EscalationQuestions questions,
            @Reference EscalateTicket escalate,
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls,
            @Reference Timers timers,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.questions = questions;
        this.escalate = escalate;
        this.registry = registry;
        this.calls = calls;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        about(List.of(TicketId.of(subject)));
    }

    /** Returns whether there is a rule to ask. */
    boolean hasRules() {
        return !registry.services(EscalationRule.class).isEmpty();
    }

    /** Asks about those of the tickets that are open; at most 200. */
    void about(Collection<TicketId> tickets) {
        List<SocketService<EscalationRule>> rules = registry.services(EscalationRule.class);
        if (rules.isEmpty()) {
            return;
        }
        Map<TicketId, Instant> again = new HashMap<>();
        for (EscalationQuestion question : transactions.read(() -> questions.of(tickets, clock.now()))) {
            Instant next = ask(rules, question);
            if (next != null) {
                again.put(question.ticket().id(), next);
            }
        }
        if (!again.isEmpty()) {
            transactions.write(() -> {
                again.forEach((ticket, at) -> timers.set(KIND, ticket, at));
                return again;
            });
        }
    }

    /** Returns when to ask about the ticket again, or null. */
    private @Nullable Instant ask(List<SocketService<EscalationRule>> rules, EscalationQuestion question) {
        Instant again = null;
        for (Answer<Optional<EscalationRule.Escalation>> answer :
                calls.askAll(rules, PluginCalls.ADVICE, rule -> checked(rule.judge(question), question.now()))) {
            Instant next = null;
            if (answer instanceof Answer.Failed<Optional<EscalationRule.Escalation>>) {
                next = question.now().plus(UNANSWERED);
            } else if (answer instanceof Answer.Given<Optional<EscalationRule.Escalation>> given
                    && given.value().isPresent()) {
                EscalationRule.Escalation wanted = given.value().get();
                next = wanted.askAgainAt();
                if (wanted.due()) {
                    follow(question, given.plugin(), wanted);
                }
            }
            again = again == null || next != null && next.isBefore(again) ? next : again;
        }
        return again;
    }

    /** What a rule says is checked where it counts as the rule's own failure. */
    private static Optional<EscalationRule.Escalation> checked(
            Optional<EscalationRule.Escalation> answer, Instant now) {
        answer.ifPresent(wanted -> {
            line("key", wanted.key(), LONGEST_KEY);
            line("explanation", wanted.explanation(), LONGEST_EXPLANATION);
            Instant again = wanted.askAgainAt();
            if (wanted.way() == null || wanted.reason() == null || again != null && !again.isAfter(now)) {
                throw new IllegalArgumentException(
                        "An escalation has a way and a reason, and is asked for again later");
            }
        });
        return answer;
    }

    private static void line(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The " + what + " of an escalation is one line of 1 to " + longest + " characters");
        }
    }

    /** A ticket that cannot go up, as while no team takes what goes up, does not hold the others back. */
    private void follow(EscalationQuestion question, String plugin, EscalationRule.Escalation wanted) {
        try {
            escalate.byRule(
                    question.ticket().id(),
                    new Escalation.Wish(
                            EscalationKind.valueOf(wanted.way().name()),
                            wanted.reason(),
                            wanted.explanation(),
                            wanted.to(),
                            null,
                            plugin + "/" + wanted.key().toLowerCase(Locale.ROOT)));
        } catch (SwitchboardException refused) {
            LOG.warn(
                    "{} wants ticket {} escalated, which cannot be: {}",
                    plugin,
                    question.ticket().number(),
                    refused.getMessage());
        }
    }
}
