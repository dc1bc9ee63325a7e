package io.switchboard.core.desk.relation;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.lineage.BranchTicket;
import io.switchboard.core.store.number.TicketNumbers;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.TicketStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes messages of a ticket a ticket of their own, chained to it (CH4). */
@Component(service = SplitTicket.class)
public final class SplitTicket {
    private static final int MOST = 200;

    private final TicketChanges changes;
    private final BranchTicket branch;
    private final TicketStore tickets;
    private final ThreadStore threads;
    private final TicketNumbers numbers;

    /** Makes the use case. */
    @Activate
    public SplitTicket(
            @Reference TicketChanges changes,
            @Reference BranchTicket branch,
            @Reference TicketStore tickets,
            @Reference ThreadStore threads,
            @Reference TicketNumbers numbers) {
        this.changes = changes;
        this.branch = branch;
        this.tickets = tickets;
        this.threads = threads;
        this.numbers = numbers;
    }

    /** Which messages become a ticket of this subject. */
    public record Command(TicketId ticket, Precondition precondition, Set<MessageId> messages, String subject) {
        /** Keeps a copy. */
        public Command {
            messages = Set.copyOf(messages);
        }
    }

    /**
     * Splits a ticket.
     *
     * @return the new ticket
     * @throws SwitchboardException with {@code invalid-field} naming {@code messages} unless they are the ticket's own,
     *     without its first, and begin with one of the customer
     */
    public Ticket handle(Caller caller, Command command) {
        Limits limits = new Limits().subject(command.subject());
        if (command.messages().isEmpty() || command.messages().size() > MOST) {
            limits.wrong("messages", "must name 1 to " + MOST + " messages");
        }
        limits.check();
        String number = numbers.next();
        return changes.change(caller, command.ticket(), command.precondition(), edit -> {
                    AccessPolicy.require(caller, Right.TICKET_LINK);
                    return split(edit, command, number);
                })
                .value();
    }

    private Ticket split(TicketEdit edit, Command command, String number) {
        MessageId opening = tickets.find(command.ticket()).orElseThrow().openingMessage();
        List<MessageRow> moved = command.messages().stream()
                .map(id -> threads.message(id)
                        .filter(message -> message.ticketId().equals(command.ticket()) && !id.equals(opening))
                        .orElseThrow(() -> SwitchboardException.field(
                                "messages", "must be messages of this ticket, and not its first")))
                .sorted(Comparator.comparing(MessageRow::id))
                .toList();
        MessageRow first = moved.get(0);
        if (first.kind() != MessageKind.CUSTOMER) {
            throw SwitchboardException.field("messages", "must begin with a message of the customer");
        }
        TicketId id = branch.nextId();
        threads.move(command.messages(), id);
        Ticket made = branch.from(
                edit.ticket(),
                id,
                new BranchTicket.Beginning(number, command.subject(), first.body(), first.id()),
                edit.caller(),
                edit.now());
        edit.record(EventType.TICKET_SPLIT, Map.of("into", id.toString(), "messages", "" + moved.size()));
        return made;
    }
}
