package io.switchboard.core.desk.incident;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.error.ErrorCategory;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.conversation.PostMessage;
import io.switchboard.core.desk.progress.Guards;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.people.Callers;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.broadcast.BroadcastRow;
import io.switchboard.core.store.broadcast.BroadcastStore;
import io.switchboard.core.store.broadcast.ReportRow;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.timing.TimerKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a broadcast to the reports of an incident, one after the other, each in a transaction of its own that also writes down
 * that it was reached: so it reaches each once, however often it is begun again. What is done there is done in the name of
 * whoever sent it, also where they do not see the report themselves. One that fails is tried again after all others.
 */
@Component(service = {CarryBroadcast.class, TimerKind.class})
public final class CarryBroadcast implements TimerKind {
    static final String KIND = "broadcast";

    private static final int PAGE = 100;
    private static final int LONGEST = 1_000;

    /** What may be different the next time. */
    private static final Set<ErrorCategory> PASSING =
            EnumSet.of(ErrorCategory.STALE, ErrorCategory.TOO_MANY, ErrorCategory.UNAVAILABLE, ErrorCategory.INTERNAL);

    private final Transactions transactions;
    private final BroadcastStore store;
    private final TicketStore tickets;
    private final ThreadStore threads;
    private final Callers callers;
    private final PostMessage post;
    private final TransitionTicket transition;
    private final Lifecycle lifecycle;

    /** Makes it. */
    @Activate
    public CarryBroadcast(
            @Reference Transactions transactions,
            @Reference BroadcastStore store,
            @Reference TicketStore tickets,
            @Reference ThreadStore threads,
            @Reference Callers callers,
            @Reference PostMessage post,
            @Reference TransitionTicket transition,
            @Reference Lifecycle lifecycle) {
        this.transactions = transactions;
        this.store = store;
        this.tickets = tickets;
        this.threads = threads;
        this.callers = callers;
        this.post = post;
        this.transition = transition;
        this.lifecycle = lifecycle;
    }

    /** What is taken to each report. */
    private record Load(
            UUID broadcast,
            Caller sender,
            @Nullable MessageRow message,
            @Nullable Status to,
            @Nullable Resolution resolution,
            @Nullable ClosureReason closure) {}

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        Load load = transactions.read(
                () -> store.find(UUID.fromString(subject)).map(this::load).orElse(null));
        if (load == null) {
            return;
        }
        RuntimeException failure = null;
        TicketId last = null;
        List<TicketId> page;
        do {
            TicketId after = last;
            page = transactions.read(() -> store.pending(load.broadcast(), after, PAGE));
            for (TicketId report : page) {
                try {
                    carry(load, report);
                } catch (RuntimeException again) {
                    failure = again;
                }
                last = report;
            }
        } while (page.size() == PAGE);
        if (failure != null) {
            throw failure;
        }
    }

    private Load load(BroadcastRow row) {
        PersonId author = row.author();
        Caller sender =
                (author == null ? null : callers.of(author, row.channel()).orElse(null));
        String status = row.status();
        String closure = row.closure();
        return new Load(
                row.id(),
                sender == null ? Caller.system(KIND) : sender,
                row.messageId() == null
                        ? null
                        : threads.message(row.messageId()).orElse(null),
                status == null ? null : new Status(status),
                tickets.find(row.ticketId())
                        .map(StoredTicket::ticket)
                        .map(Ticket::resolution)
                        .map(solved -> solved.closed(null, null))
                        .orElse(null),
                closure == null ? null : ClosureReason.of(closure, "closure"));
    }

    private void carry(Load load, TicketId report) {
        try {
            List<Step> steps = steps(load, report);
            transactions.write(() -> {
                if (settle(load, report, ReportRow.DONE, null)) {
                    say(load, report);
                    steps.forEach(step -> move(load, report, step));
                }
                return report;
            });
        } catch (SwitchboardException refusal) {
            if (PASSING.contains(refusal.code().category())) {
                throw refusal;
            }
            transactions.write(() -> settle(load, report, ReportRow.REFUSED, refusal));
        }
    }

    private boolean settle(Load load, TicketId report, String state, @Nullable SwitchboardException refusal) {
        String detail = refusal == null ? null : String.valueOf(refusal.getMessage());
        return store.settle(new ReportRow(
                load.broadcast(),
                report,
                state,
                refusal == null ? null : refusal.code().id(),
                detail == null || detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "…"));
    }

    /** A status on the way, how the matter was solved if it is there, and what the guards said of it. */
    private record Step(Status to, @Nullable Resolution resolution, Guards.Verdict guards) {}

    /** Asks the guards outside of the transaction. */
    private List<Step> steps(Load load, TicketId report) {
        Ticket ticket = transactions
                .read(() -> tickets.find(report))
                .map(StoredTicket::ticket)
                .orElseThrow(() -> SwitchboardException.notFound("ticket"));
        List<Step> steps = new ArrayList<>();
        for (Status status : way(ticket.progress(), load.to())) {
            boolean solved = lifecycle.categories(status).contains(StatusCategory.DONE);
            Resolution resolution = solved ? load.resolution() : null;
            steps.add(new Step(
                    status, resolution, transition.ask(load.sender().letInto(report), ticket, status, resolution)));
        }
        return steps;
    }

    /** What is solved is not opened again on the way; what stands aside is refused when it is told. */
    private List<Status> way(Progress from, @Nullable Status to) {
        if (to == null || from.status().equals(to) || from.disposition() != Disposition.NONE) {
            return List.of();
        }
        boolean solved = lifecycle.category(from) == StatusCategory.DONE;
        return solved && lifecycle.next(from).stream().noneMatch(to::equals) ? List.of() : lifecycle.way(from, to);
    }

    private void say(Load load, TicketId report) {
        MessageRow message = load.message();
        if (message != null) {
            post.handle(
                    load.sender().letInto(report),
                    report,
                    Precondition.any(),
                    new NewMessage(
                            MessageKind.REPLY,
                            message.body(),
                            message.format(),
                            List.of(),
                            null,
                            null,
                            message.channel(),
                            false));
        }
    }

    private void move(Load load, TicketId report, Step step) {
        transition.take(
                load.sender().letInto(report),
                new TransitionTicket.Command(
                        report,
                        Precondition.any(),
                        step.to(),
                        null,
                        step.resolution(),
                        step.resolution() == null ? null : load.closure()),
                step.guards());
    }
}
