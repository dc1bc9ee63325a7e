package io.switchboard.core.demo;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.conversation.PostMessage;
import io.switchboard.core.desk.conversation.ReadThread;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has people of the demo write to one another. */
@Component(service = Conversation.class)
public final class Conversation {
    private static final Caller STAGE = Caller.system("demo");
    private static final int LONGEST_THREAD = 100;

    private final Openings openings;
    private final PostMessage post;
    private final ReadThread thread;

    /** Makes it. */
    @Activate
    public Conversation(@Reference Openings openings, @Reference PostMessage post, @Reference ReadThread thread) {
        this.openings = openings;
        this.post = post;
        this.thread = thread;
    }

    /** Returns what has somebody write, once the files are there. */
    Runnable prepare(Caller author, Ticket ticket, MessageKind kind, Story.Step step) {
        List<AttachmentId> files = openings.send(author, step.files());
        String wanted = step.status();
        String status = ticket.progress().status().id().equals(wanted) ? null : wanted;
        NewMessage message = new NewMessage(
                kind,
                Objects.requireNonNull(step.text(), step.act()),
                BodyFormat.TEXT,
                files,
                status == null ? null : new Status(status),
                null,
                author.channel(),
                false);
        return () -> post.handle(author, ticket.id(), Precondition.any(), message);
    }

    /** Returns what the customer wrote last. */
    MessageId lastOfCustomer(Ticket ticket) {
        List<Message> messages = thread.handle(STAGE, ticket.id(), null, LONGEST_THREAD);
        return messages.stream()
                .filter(message -> message.kind() == MessageKind.CUSTOMER)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .id();
    }
}
