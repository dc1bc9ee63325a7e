package io.switchboard.core.desk.macro;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Reach;
import io.switchboard.core.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Applies a macro to a ticket (CO6): all steps in one transaction, or none. Each step needs the right that it needs alone.
 * Guards and assignment rules are asked outside of the transaction, about the ticket as it is when their step comes.
 */
@Component(service = ApplyMacro.class)
public final class ApplyMacro {
    private static final int TRIES = 50;
    private static final Label NOT_KEPT = new Label("", Reach.OWN, null, 0);

    private final Macros macros;
    private final Transactions transactions;
    private final TicketChanges changes;
    private final ReadTicket read;
    private final Steps steps;

    /** Makes the use case. */
    @Activate
    public ApplyMacro(
            @Reference Macros macros,
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference Steps steps) {
        this.macros = macros;
        this.transactions = transactions;
        this.changes = changes;
        this.read = read;
        this.steps = steps;
    }

    /**
     * What came of it, or would come of it.
     *
     * @param ticket the ticket after the last step
     * @param seen the version that it had before the first
     * @param done what each step did, in order
     */
    public record Applied(Ticket ticket, long seen, List<Steps.Done> done) {}

    /** Thrown inside a transaction to take it back, because it was only a rehearsal. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Applied applied;

        Rehearsed(Applied applied) {
            super("this was only a rehearsal", null, false, false);
            this.applied = applied;
        }
    }

    /**
     * Applies a macro.
     *
     * @param rehearsal whether nothing is to be changed
     * @throws SwitchboardException with what the first step that cannot be taken refuses, and its number and kind in the
     *     details {@code step} and {@code stepKind}; then nothing was changed
     */
    public Applied handle(Caller caller, UUID macro, TicketId ticket, Precondition precondition, boolean rehearsal) {
        Item<Macro> item = macros.get(caller, macro);
        if (!item.content().active()) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED, "This macro is switched off; switch it on, or choose another");
        }
        return take(caller, item, ticket, precondition, rehearsal);
    }

    /**
     * Says what a macro would do that need not be kept; nothing is changed.
     *
     * @throws SwitchboardException as if it was kept and applied
     */
    public Applied rehearse(Caller caller, Macro macro, TicketId ticket) {
        Macros.check(macro);
        Item<Macro> item = new Item<>(new UUID(0, 0), NOT_KEPT, macro, 0, Instant.EPOCH, Instant.EPOCH);
        return take(caller, item, ticket, Precondition.any(), true);
    }

    private Applied take(
            Caller caller, Item<Macro> item, TicketId ticket, Precondition precondition, boolean rehearsal) {
        Answers answers = new Answers();
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return transactions.write(() -> {
                    Applied applied = run(caller, item, ticket, precondition, answers);
                    if (rehearsal) {
                        throw new Rehearsed(applied);
                    }
                    return applied;
                });
            } catch (Answers.Open open) {
                asked(open, answers);
            } catch (Rehearsed done) {
                return done.applied;
            }
        }
        throw new SwitchboardException(
                ErrorCode.OVERLOADED, "The ticket or the agents' loads change too fast; try again in a moment");
    }

    private static void asked(Answers.Open open, Answers answers) {
        try {
            answers.ask(open);
        } catch (SwitchboardException refused) {
            throw failed(open.step(), open.kind(), refused);
        }
    }

    private Applied run(Caller caller, Item<Macro> item, TicketId ticket, Precondition precondition, Answers answers) {
        List<Step> wanted = Macros.steps(item.content());
        long seen = begin(caller, item, ticket, precondition, wanted);
        List<Steps.Done> done = new ArrayList<>();
        for (Step step : wanted) {
            int number = done.size() + 1;
            try {
                done.add(steps.take(new Steps.Turn(caller, ticket, number, answers), step));
            } catch (SwitchboardException refused) {
                throw failed(number, step.kind(), refused);
            }
        }
        return new Applied(read.ticket(caller, ticket), seen, done);
    }

    /** Records that the macro is applied, and returns the version of the ticket to which it is. */
    private long begin(Caller caller, Item<Macro> item, TicketId ticket, Precondition precondition, List<Step> wanted) {
        String kinds = wanted.stream().map(Step::kind).collect(Collectors.joining(", "));
        return changes.change(caller, ticket, precondition, edit -> {
                    AccessPolicy.require(caller, Right.TEMPLATE_USE);
                    edit.record(
                            EventType.MACRO_APPLIED,
                            List.of(new FieldChange("macro", null, item.label().name())),
                            Map.of("macro", item.id().toString(), "steps", kinds));
                    return edit.before().version();
                })
                .value();
    }

    private static SwitchboardException failed(int number, String kind, SwitchboardException refused) {
        Map<String, Object> details = new HashMap<>(refused.details());
        details.put("step", number);
        details.put("stepKind", kind);
        return new SwitchboardException(
                refused.code(),
                "Step " + number + " of the macro, " + kind + ": " + refused.getMessage(),
                refused.fields(),
                details,
                refused);
    }
}
