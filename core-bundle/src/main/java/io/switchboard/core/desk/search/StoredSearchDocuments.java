package io.switchboard.core.desk.search;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.search.SearchDocuments;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.conversation.ReadThread;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives indexes what can be searched, straight from the store. A ticket is not there before triage has spoken. */
@Component(service = SearchDocuments.class)
public final class StoredSearchDocuments implements SearchDocuments {
    private static final int MOST_DOCUMENTS = 500;
    private static final int TOGETHER = 64;
    private static final int MOST_TICKETS = 1_000;
    private static final int MOST_MESSAGES = 1_000;
    private static final Caller INDEX = Caller.system("search");

    private final Transactions transactions;
    private final TicketStore tickets;
    private final ReadThread threads;

    /** Makes it. */
    @Activate
    public StoredSearchDocuments(
            @Reference Transactions transactions, @Reference TicketStore tickets, @Reference ReadThread threads) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.threads = threads;
    }

    @Override
    public List<SearchDocument> documents(Collection<TicketId> wanted) {
        if (wanted.size() > MOST_DOCUMENTS) {
            throw new IllegalArgumentException("at most " + MOST_DOCUMENTS + " documents can be asked for");
        }
        List<TicketId> distinct = wanted.stream().distinct().toList();
        List<SearchDocument> documents = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += TOGETHER) {
            List<TicketId> some = distinct.subList(from, Math.min(distinct.size(), from + TOGETHER));
            documents.addAll(transactions.read(() -> together(some)));
        }
        return documents;
    }

    private List<SearchDocument> together(List<TicketId> wanted) {
        Map<TicketId, StoredTicket> found = tickets.find(wanted);
        List<StoredTicket> triaged = wanted.stream()
                .map(found::get)
                .filter(stored -> stored != null && stored.ticket().progress().triage() != TriageState.PENDING)
                .toList();
        Map<TicketId, List<Message>> messages = threads.ofTickets(
                INDEX, triaged.stream().map(stored -> stored.ticket().id()).toList(), MOST_MESSAGES);
        return triaged.stream()
                .map(stored -> new SearchDocument(
                        stored.ticket(), messages.getOrDefault(stored.ticket().id(), List.of()), people(stored)))
                .toList();
    }

    private static Set<PersonId> people(StoredTicket stored) {
        Ticket ticket = stored.ticket();
        Set<PersonId> people = new HashSet<>(stored.participants());
        people.add(ticket.requester().id());
        people.add(ticket.submitter().id());
        PersonReference assignee = ticket.assignee();
        if (assignee != null) {
            people.add(assignee.id());
        }
        return people;
    }

    @Override
    public List<TicketId> walk(@Nullable TicketId after, int limit) {
        if (limit < 1 || limit > MOST_TICKETS) {
            throw new IllegalArgumentException("limit must be from 1 to " + MOST_TICKETS);
        }
        return transactions.read(() -> tickets.walk(after, true, limit));
    }
}
