package io.switchboard.core.desk.conversation;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ConfidentialReads;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.thread.AttachmentRow;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.TicketStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads a thread: a ticket's own messages and those of the tickets merged into it that the caller sees, without notes
 * for customers (CO4, CH4).
 */
@Component(service = ReadThread.class)
public final class ReadThread {
    private static final int MOST_MERGED = 900;

    private final Transactions transactions;
    private final ReadTicket read;
    private final ConfidentialReads looks;
    private final TicketStore tickets;
    private final ThreadStore threads;
    private final PersonStore persons;

    /** Makes the use case. */
    @Activate
    public ReadThread(
            @Reference Transactions transactions,
            @Reference ReadTicket read,
            @Reference ConfidentialReads looks,
            @Reference TicketStore tickets,
            @Reference ThreadStore threads,
            @Reference PersonStore persons) {
        this.transactions = transactions;
        this.read = read;
        this.looks = looks;
        this.tickets = tickets;
        this.threads = threads;
        this.persons = persons;
    }

    /**
     * Returns messages from the oldest on.
     *
     * @param after the last message of the page before, or null
     */
    public List<Message> handle(Caller caller, TicketId ticket, @Nullable MessageId after, int limit) {
        looks.note(caller, read.ticket(caller, ticket));
        return transactions.read(() -> {
            List<TicketId> all = new ArrayList<>();
            tickets.summaries(merged(ticket), AccessPolicy.scope(caller)).forEach(merged -> all.add(merged.id()));
            all.add(ticket);
            return assemble(threads.thread(all, AccessPolicy.readsNotes(caller), after, limit));
        });
    }

    /**
     * Returns the threads of several tickets, each from its oldest message on.
     *
     * @param caller who sees all of the tickets
     * @param limit how many messages of a ticket at most
     */
    public Map<TicketId, List<Message>> ofTickets(Caller caller, Collection<TicketId> ids, int limit) {
        return transactions.read(() -> {
            Set<TicketId> joined = tickets.survivors(ids);
            List<TicketId> single =
                    ids.stream().filter(id -> !joined.contains(id)).toList();
            List<MessageRow> rows = threads.thread(single, AccessPolicy.readsNotes(caller), null, limit);
            List<TicketId> alone = new ArrayList<>(joined);
            Map<TicketId, List<Message>> messages = new HashMap<>();
            if (rows.size() < limit) {
                assemble(rows)
                        .forEach(message -> messages.computeIfAbsent(message.ticket(), ticket -> new ArrayList<>())
                                .add(message));
            } else {
                alone.addAll(single);
            }
            alone.forEach(ticket -> messages.put(ticket, handle(caller, ticket, null, limit)));
            return messages;
        });
    }

    private List<TicketId> merged(TicketId ticket) {
        return tickets.mergedInto(ticket).stream().limit(MOST_MERGED).toList();
    }

    /** Returns one message that the caller may read; the caller has checked that they see its ticket. */
    public Message message(Caller caller, MessageId id) {
        return transactions.read(() -> threads.message(id).map(List::of).map(this::assemble).orElseThrow().stream()
                .filter(message -> AccessPolicy.reads(caller, message))
                .findFirst()
                .orElseThrow());
    }

    private List<Message> assemble(List<MessageRow> rows) {
        Set<PersonId> authors =
                rows.stream().map(MessageRow::author).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<PersonId, PersonReference> people = persons.references(authors);
        Map<MessageId, List<Attachment>> files =
                threads.attachments(rows.stream().map(MessageRow::id).toList()).stream()
                        .filter(row -> row.messageId() != null)
                        .collect(Collectors.groupingBy(
                                row -> Objects.requireNonNull(row.messageId()),
                                Collectors.mapping(AttachmentRow::attachment, Collectors.toList())));
        return rows.stream()
                .map(row -> new Message(
                        row.id(),
                        row.ticketId(),
                        row.kind(),
                        row.author() == null ? null : people.get(row.author()),
                        row.body(),
                        row.format(),
                        row.channel(),
                        row.automatic(),
                        files.getOrDefault(row.id(), List.of()),
                        row.createdAt()))
                .toList();
    }
}
