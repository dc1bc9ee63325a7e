package io.switchboard.core.desk.relation;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.desk.lineage.BranchTicket;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.number.TicketNumbers;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens a chained ticket for a new issue that came up inside another (CH1). */
@Component(service = ChainTicket.class)
public final class ChainTicket {
    private final TicketChanges changes;
    private final BranchTicket branch;
    private final ThreadStore threads;
    private final TicketNumbers numbers;
    private final IdGenerator ids;

    /** Makes the use case. */
    @Activate
    public ChainTicket(
            @Reference TicketChanges changes,
            @Reference BranchTicket branch,
            @Reference ThreadStore threads,
            @Reference TicketNumbers numbers,
            @Reference IdGenerator ids) {
        this.changes = changes;
        this.branch = branch;
        this.threads = threads;
        this.numbers = numbers;
        this.ids = ids;
    }

    /**
     * The new issue.
     *
     * @param origin the ticket inside which it came up
     */
    public record Command(TicketId origin, String subject, String description, BodyFormat format) {}

    /**
     * Opens the chained ticket.
     *
     * @throws SwitchboardException with {@code invalid-field} that names what is wrong
     */
    public Ticket handle(Caller caller, Command command) {
        new Limits()
                .subject(command.subject())
                .body("description", command.description(), false)
                .check();
        String number = numbers.next();
        return changes.change(caller, command.origin(), Precondition.any(), edit -> {
                    AccessPolicy.require(caller, Right.TICKET_LINK);
                    Ticket made = branch(edit, command, number);
                    edit.record(
                            EventType.TICKET_LINKED,
                            BranchTicket.describe(new TicketLink(LinkKind.CHAINED, made.id(), command.origin())));
                    return made;
                })
                .value();
    }

    private Ticket branch(TicketEdit edit, Command command, String number) {
        TicketId id = branch.nextId();
        MessageId opening = new MessageId(ids.next());
        threads.append(new MessageRow(
                opening,
                id,
                MessageKind.CUSTOMER,
                edit.ticket().requester().id(),
                Bodies.toStore(command.description(), command.format()),
                command.format(),
                edit.caller().channel(),
                false,
                edit.now()));
        return branch.from(
                edit.ticket(),
                id,
                new BranchTicket.Beginning(number, command.subject(), command.description(), opening),
                edit.caller(),
                edit.now());
    }
}
