package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Disposition;
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
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.people.Contacts;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Posts to a thread: a customer's message, a reply of the desk, or an internal note (CO1, CO4, ST2, ST6). A customer's
 * answer wakes a sleeping ticket, brings a waiting one back to work and opens a solved one again, unless it only says
 * thanks.
 */
@Component(service = PostMessage.class)
public final class PostMessage {
    private final TicketChanges changes;
    private final ThreadStore threads;
    private final Contacts contacts;
    private final TransitionTicket transitions;
    private final CustomerAnswer customerAnswer;
    private final Attaching attaching;
    private final IdGenerator ids;

    /** Makes the use case. */
    @Activate
    public PostMessage(
            @Reference TicketChanges changes,
            @Reference ThreadStore threads,
            @Reference Contacts contacts,
            @Reference TransitionTicket transitions,
            @Reference CustomerAnswer customerAnswer,
            @Reference Attaching attaching,
            @Reference IdGenerator ids) {
        this.changes = changes;
        this.threads = threads;
        this.contacts = contacts;
        this.transitions = transitions;
        this.customerAnswer = customerAnswer;
        this.attaching = attaching;
        this.ids = ids;
    }

    /**
     * What came of a message.
     *
     * @param ticket the ticket after it
     * @param message the message's id
     */
    public record Posted(Ticket ticket, MessageId message) {}

    /**
     * Posts a message.
     *
     * @throws SwitchboardException with {@code right-missing} if the caller may not write so, {@code
     *     ticket-not-changeable} if the ticket is archived, spam or trash, {@code illegal-transition} or {@code
     *     guard-refused} because of {@code thenStatus}; then nothing is posted
     */
    public Posted handle(Caller caller, TicketId id, Precondition precondition, NewMessage message) {
        new Limits()
                .body("body", message.body(), !message.attachments().isEmpty())
                .attachments(message.attachments())
                .check();
        Status then = message.thenStatus();
        if (then != null) {
            AccessPolicy.require(caller, Right.TICKET_TRANSITION);
            transitions.askGuards(caller, id, then);
        }
        TicketChanges.Changed<MessageId> changed =
                changes.change(caller.through(message.channel()), id, precondition, edit -> post(edit, message, then));
        return new Posted(changed.ticket(), changed.value());
    }

    private MessageId post(TicketEdit edit, NewMessage message, @Nullable Status then) {
        Caller caller = edit.caller();
        permit(edit, message.kind());
        refuseReadOnly(edit.ticket());
        MessageId id = new MessageId(ids.next());
        threads.append(new MessageRow(
                id,
                edit.ticket().id(),
                message.kind(),
                author(edit, message),
                Bodies.toStore(message.body(), message.format()),
                message.format(),
                message.channel(),
                edit.now()));
        attaching.bind(caller, message.attachments(), edit.ticket().id(), id);
        switch (message.kind()) {
            case CUSTOMER -> {
                edit.said(EventType.MESSAGE_RECEIVED, id, Map.of());
                customerAnswer.take(edit, message.body());
            }
            case REPLY -> edit.said(EventType.MESSAGE_SENT, id, Map.of());
            case NOTE -> edit.said(EventType.MESSAGE_NOTED, id, Map.of());
        }
        if (then != null && !then.equals(edit.ticket().progress().status())) {
            transitions.move(edit, then, null);
        }
        return id;
    }

    private static void permit(TicketEdit edit, MessageKind kind) {
        Caller caller = edit.caller();
        switch (kind) {
            case REPLY -> AccessPolicy.require(caller, Right.TICKET_REPLY);
            case NOTE -> AccessPolicy.require(caller, Right.TICKET_NOTE);
            case CUSTOMER -> {
                if (!AccessPolicy.takesPart(caller, edit.ticket(), edit.participants())) {
                    AccessPolicy.require(caller, Right.TICKET_OPEN_FOR_OTHERS);
                }
            }
        }
    }

    private static void refuseReadOnly(Ticket ticket) {
        Disposition disposition = ticket.progress().disposition();
        boolean archived = ticket.progress().status().equals(Status.ARCHIVED);
        if (archived || disposition == Disposition.SPAM || disposition == Disposition.TRASH) {
            throw new SwitchboardException(
                    ErrorCode.TICKET_NOT_CHANGEABLE,
                    "Ticket " + ticket.number() + " is " + (archived ? "archived" : disposition.id())
                            + " and takes no messages; open a new ticket, or restore this one first");
        }
    }

    private @Nullable PersonId author(TicketEdit edit, NewMessage message) {
        if (message.kind() != MessageKind.CUSTOMER) {
            return edit.caller().person();
        }
        if (message.author() != null) {
            return contacts.findOrMake(message.author(), "author", edit.now())
                    .person()
                    .id();
        }
        return Optional.ofNullable(edit.caller().person())
                .orElse(edit.ticket().requester().id());
    }
}
