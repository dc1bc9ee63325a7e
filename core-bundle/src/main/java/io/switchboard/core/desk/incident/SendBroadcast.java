package io.switchboard.core.desk.incident;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.conversation.PostMessage;
import io.switchboard.core.desk.progress.Guards;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.broadcast.BroadcastRow;
import io.switchboard.core.store.broadcast.BroadcastStore;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.Timers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says something to an incident and to all its reports, moves them all to a status, or both (CH3). The incident is told and
 * moved at once; with it, in one transaction, it is written down which reports are to follow. {@link CarryBroadcast} goes
 * through those, so that one that cannot follow holds no other back, and a crash loses none.
 */
@Component(service = SendBroadcast.class)
public final class SendBroadcast {
    private final Transactions transactions;
    private final PostMessage post;
    private final TransitionTicket transition;
    private final BroadcastStore store;
    private final ReadBroadcasts read;
    private final Timers timers;
    private final IdGenerator ids;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public SendBroadcast(
            @Reference Transactions transactions,
            @Reference PostMessage post,
            @Reference TransitionTicket transition,
            @Reference BroadcastStore store,
            @Reference ReadBroadcasts read,
            @Reference Timers timers,
            @Reference IdGenerator ids,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.post = post;
        this.transition = transition;
        this.store = store;
        this.read = read;
        this.timers = timers;
        this.ids = ids;
        this.clock = clock;
    }

    /** The incident after a broadcast, and what of that is told so far. */
    public record Sent(Ticket incident, Broadcast broadcast) {}

    /**
     * Sends it.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code body} if nothing is said and done, or {@code
     *     incident} if the ticket has no reports, or as {@link PostMessage} and {@link TransitionTicket} do for the
     *     incident; then nothing is said or done to anybody
     */
    public Sent handle(Caller caller, TicketId incident, Precondition precondition, Broadcast.Wish wish) {
        if (wish.body() == null && wish.to() == null) {
            throw SwitchboardException.field("body", "must be given, or a status in 'to'");
        }
        AccessPolicy.require(caller, Right.TICKET_REPLY);
        Guards.Verdict guards = guards(caller, incident, wish);
        return transactions.write(() -> {
            Precondition next = precondition;
            Ticket after = null;
            MessageId message = null;
            String body = wish.body();
            if (body != null) {
                PostMessage.Posted posted = post.handle(caller, incident, next, said(caller, body, wish));
                after = posted.ticket();
                message = posted.message();
                next = Precondition.any();
            }
            Status to = wish.to();
            if (to != null && guards != null) {
                after = transition.take(
                        caller,
                        new TransitionTicket.Command(incident, next, to, null, wish.resolution(), wish.closure()),
                        guards);
            }
            if (after == null) {
                throw new IllegalStateException("Neither said nor moved");
            }
            return new Sent(after, read.view(caller, spread(caller, after.id(), message, wish)));
        });
    }

    private Guards.@Nullable Verdict guards(Caller caller, TicketId incident, Broadcast.Wish wish) {
        Status to = wish.to();
        return to == null
                ? null
                : transition.ask(caller, transition.permit(caller, incident, to), to, wish.resolution());
    }

    private static NewMessage said(Caller caller, String body, Broadcast.Wish wish) {
        return new NewMessage(MessageKind.REPLY, body, wish.format(), List.of(), null, null, caller.channel(), false);
    }

    private BroadcastRow spread(Caller caller, TicketId incident, @Nullable MessageId message, Broadcast.Wish wish) {
        Status to = wish.to();
        ClosureReason closure = wish.closure();
        UUID id = ids.next();
        BroadcastRow row = new BroadcastRow(
                id,
                incident,
                caller.person(),
                caller.channel(),
                message,
                to == null ? null : to.id(),
                closure == null ? null : closure.id(),
                clock.now());
        if (store.insert(row) == 0) {
            throw SwitchboardException.field(
                    "incident", "must have reports: tie them to it as 'parent' before, or reply to it alone");
        }
        transactions.made(id);
        timers.set(CarryBroadcast.KIND, id.toString(), clock.now());
        return row;
    }
}
