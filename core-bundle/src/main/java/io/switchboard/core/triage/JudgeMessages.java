package io.switchboard.core.triage;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Aside;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.desk.conversation.MessageJudgement;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.feed.Subscriptions;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.triage.ExplanationStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks the special handlings that judge messages. Their advice is carried out in the name of triage: it is not the customer
 * who makes a ticket confidential.
 */
@Component(service = MessageJudgement.class)
public final class JudgeMessages implements MessageJudgement {
    private static final Caller TRIAGE = Caller.system(Subscriptions.TRIAGE);

    private final HandlingQuestions handlings;
    private final ReadTicket read;
    private final TicketChanges changes;
    private final ExplanationStore explanations;
    private final Lifecycle lifecycle;
    private final DeskClock clock;
    private final Secrecy secrecy;

    /** Makes it. */
    @Activate
    public JudgeMessages(
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls,
            @Reference ReadTicket read,
            @Reference TicketChanges changes,
            @Reference ExplanationStore explanations,
            @Reference Staff staff,
            @Reference Lifecycle lifecycle,
            @Reference DeskClock clock) {
        this.handlings = new HandlingQuestions(registry, calls);
        this.read = read;
        this.changes = changes;
        this.explanations = explanations;
        this.lifecycle = lifecycle;
        this.clock = clock;
        this.secrecy = new Secrecy(staff);
    }

    @Override
    public Verdict ask(Caller caller, TicketId id, NewMessage message) {
        if (!handlings.judgeMessages()) {
            return Verdict.ORDINARY;
        }
        Ticket ticket = read.ticket(caller, id);
        if (hidden(ticket)) {
            return Verdict.ORDINARY;
        }
        List<PluginFailure> failures = new ArrayList<>();
        Handling handling = handlings.askOfMessage(ticket, asKept(message), failures);
        return failures.isEmpty() && !handling.confidential() ? Verdict.ORDINARY : new Judged(handling, failures);
    }

    /** What is sanitised away is shown to nobody. */
    private static NewMessage asKept(NewMessage message) {
        return new NewMessage(
                message.kind(),
                Bodies.toStore(message.body(), message.format()),
                message.format(),
                message.attachments(),
                message.thenStatus(),
                message.author(),
                message.channel(),
                message.automatic());
    }

    private static boolean hidden(Ticket ticket) {
        return ticket.confidential() || ticket.progress().triage() == TriageState.PENDING;
    }

    private final class Judged implements Verdict {
        private final Handling handling;
        private final List<PluginFailure> failures;

        Judged(Handling handling, List<PluginFailure> failures) {
            this.handling = handling;
            this.failures = List.copyOf(failures);
        }

        @Override
        public void hold(TicketEdit edit) {
            Ticket ticket = edit.ticket();
            // What stands aside is not triaged, and would stay hidden.
            boolean triaged = Aside.of(ticket.progress(), lifecycle).isEmpty();
            if (!handling.confidential() && !hidden(ticket) && triaged) {
                StoredTriageDesk.remark(edit, failures);
                edit.draft().triage(TriageState.PENDING);
            }
        }

        @Override
        public void protect(TicketId ticket) {
            if (handling.confidential()) {
                changes.change(TRIAGE, ticket, Precondition.any(), edit -> {
                    protect(edit);
                    return ticket;
                });
            }
        }

        private void protect(TicketEdit edit) {
            edit.protect();
            Secrecy.mark(edit, handling.marks());
            if (edit.ticket().confidential()) {
                return;
            }
            Instant now = clock.now();
            Ticket.TeamReference team = secrecy.team(handling);
            Explanation why = Secrecy.queue(team, now, failures).explanation();
            edit.because(why.reason());
            edit.draft().confidential(true);
            edit.draft().team(team);
            edit.draft().classification(Advisors.raised(edit.ticket().classification(), handling));
            secrecy.takeFromOthers(edit);
            explanations.put(edit.ticket().id(), Json.write(why), now);
        }
    }
}
