package io.switchboard.core.store.thread;

import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps messages and their files. Each method works in the thread's transaction. */
public interface ThreadStore {
    /** Adds a message. */
    void append(MessageRow message);

    /** Returns a message, or nothing. */
    Optional<MessageRow> message(MessageId id);

    /** Returns those of the messages that exist, in any order; at most 500 are asked for. */
    List<MessageRow> messages(Collection<MessageId> ids);

    /**
     * Returns messages of tickets from the oldest on.
     *
     * @param tickets whose messages: a ticket's own, and of those that were merged into it; at most 1,000
     * @param notes whether internal notes are wanted
     * @param after the last message of the page before, or null
     */
    List<MessageRow> thread(Collection<TicketId> tickets, boolean notes, @Nullable MessageId after, int limit);

    /** Returns whether a customer wrote to a ticket since a time; what nobody wrote does not count. */
    boolean writtenSince(TicketId ticket, Instant since);

    /** Returns the files of messages, each message's in order; at most 1,000 messages are asked for. */
    List<AttachmentRow> attachments(Collection<MessageId> messages);

    /** Moves messages and their files to another ticket, as a split does. */
    void move(Collection<MessageId> messages, TicketId to);

    /** Puts other words in the place of a message's, for good. */
    void rewrite(MessageId id, String body, BodyFormat format);

    /** Puts the same words in the place of those of all messages of a ticket, removes its files, and returns these. */
    List<AttachmentRow> rewriteAll(TicketId ticket, String body);

    /** Returns the files that somebody uploaded and that are bound to no message yet. */
    List<AttachmentRow> unboundOf(String uploader);

    /** Adds a file that is bound to no message yet. */
    void addAttachment(AttachmentRow attachment);

    /** Returns a file, or nothing. */
    Optional<AttachmentRow> attachment(AttachmentId id);

    /** Binds a file to a message; false if it is bound already. */
    boolean bind(AttachmentId id, TicketId ticket, MessageId message, int place);

    /** Returns files that are bound to nothing and older than a time. */
    List<AttachmentRow> unbound(Instant before, int limit);

    /** Removes the row of a file. */
    void removeAttachment(AttachmentId id);

    /** Returns whether any file has this content. */
    boolean contentInUse(String sha256);

    /** Removes the messages and files of a ticket, and returns the files. */
    List<AttachmentRow> purge(TicketId ticket);
}
