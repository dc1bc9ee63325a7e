package io.switchboard.core.desk.progress;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.GuardQuestion;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.work.TicketWork;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the guards of a transition, side by side and outside of any transaction. One that does not answer permits. */
@Component(service = Guards.class)
public final class Guards {
    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final Transactions transactions;
    private final TicketWork work;

    /** Makes it. */
    @Activate
    public Guards(
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls,
            @Reference Transactions transactions,
            @Reference TicketWork work) {
        this.registry = registry;
        this.calls = calls;
        this.transactions = transactions;
        this.work = work;
    }

    /**
     * What the guards said.
     *
     * @param missing what is missing, in the order of the guards
     * @param silent the plugins whose guards did not answer, with why
     */
    public record Verdict(List<GuardVerdict.Reason> missing, Map<String, String> silent) {
        /** Nothing is missing, and nobody was silent. */
        public static final Verdict NOTHING = new Verdict(List.of(), Map.of());

        /** Names in the history of the ticket the guards that did not answer. */
        public void tell(TicketEdit edit) {
            silent.forEach((plugin, why) -> edit.record(
                    EventType.PLUGIN_REMARKED, Map.of("plugin", plugin, "socket", "TransitionGuard", "failure", why)));
        }

        /** Returns the refusal to throw, naming all that is missing. */
        SwitchboardException refusal() {
            List<Map<String, Object>> reasons = new ArrayList<>();
            missing.forEach(reason -> reasons.add(describe(reason)));
            return new SwitchboardException(
                    ErrorCode.GUARD_REFUSED,
                    String.join(
                            "; ",
                            missing.stream().map(GuardVerdict.Reason::message).toList()),
                    List.of(),
                    Map.of("reasons", reasons),
                    null);
        }

        private static Map<String, Object> describe(GuardVerdict.Reason reason) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("code", reason.code());
            members.put("message", reason.message());
            String field = reason.field();
            if (field != null) {
                members.put("field", field);
            }
            return members;
        }
    }

    /** Returns whether there is any guard. */
    public boolean any() {
        return !registry.services(TransitionGuard.class).isEmpty();
    }

    /** Asks all guards about a transition. */
    public Verdict ask(Caller caller, Ticket ticket, Status to, @Nullable Resolution resolution) {
        List<SocketService<TransitionGuard>> guards = registry.services(TransitionGuard.class);
        if (guards.isEmpty()) {
            return Verdict.NOTHING;
        }
        TicketWork.Sum sum = transactions.read(() -> work.sum(ticket.id()));
        GuardQuestion question = new GuardQuestion(
                ticket,
                to,
                resolution == null ? ticket.resolution() : resolution,
                sum.openTasks(),
                sum.minutes(),
                caller.actor());
        List<GuardVerdict.Reason> missing = new ArrayList<>();
        Map<String, String> silent = new LinkedHashMap<>();
        for (Answer<GuardVerdict> answer : calls.askAll(guards, PluginCalls.ADVICE, guard -> guard.judge(question))) {
            if (answer instanceof Answer.Failed<GuardVerdict> failed) {
                silent.put(failed.plugin(), failed.message());
            } else if (answer instanceof Answer.Given<GuardVerdict> given
                    && given.value() instanceof GuardVerdict.Refused refused) {
                missing.addAll(refused.reasons());
            }
        }
        return new Verdict(missing, silent);
    }
}
