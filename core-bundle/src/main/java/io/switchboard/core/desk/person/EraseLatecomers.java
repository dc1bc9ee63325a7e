package io.switchboard.core.desk.person;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.person.RedactTicket.Redaction;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonTraces;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.timing.TimerKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks a minute later for what a person still wrote while they were erased: a request that was on its way, or one to
 * another node, which knows of the end of a session only after two seconds.
 */
@Component(service = TimerKind.class)
public final class EraseLatecomers implements TimerKind {
    static final String KIND = "erase-latecomers";

    private static final int PAGE = 100;

    private final Transactions transactions;
    private final EraseTickets erasures;
    private final PersonTraces traces;
    private final TicketStore tickets;
    private final RedactTicket redact;

    /** Makes it. */
    @Activate
    public EraseLatecomers(
            @Reference Transactions transactions,
            @Reference EraseTickets erasures,
            @Reference PersonTraces traces,
            @Reference TicketStore tickets,
            @Reference RedactTicket redact) {
        this.transactions = transactions;
        this.erasures = erasures;
        this.traces = traces;
        this.tickets = tickets;
        this.redact = redact;
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        PersonId person = PersonId.of(subject);
        transactions
                .read(() -> erasures.find(person))
                .filter(erasure -> erasure.tickets() == TicketWords.EMPTY)
                .ifPresent(erasure -> look(person, erasure.begunAt()));
    }

    private void look(PersonId person, Instant since) {
        TicketId after = null;
        List<TicketId> page;
        do {
            TicketId last = after;
            page = transactions.write(() -> page(person, since, last));
            after = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    /** Redaction makes no ticket younger, so that those are told apart to which something happened since. */
    private List<TicketId> page(PersonId person, Instant since, @Nullable TicketId after) {
        List<TicketId> page = traces.tickets(person, after, PAGE);
        Map<TicketId, StoredTicket> found = tickets.find(page);
        Redaction redaction = new Redaction(person, TicketWords.EMPTY, Identifiers.of(List.of()));
        for (TicketId id : page) {
            StoredTicket stored = found.get(id);
            if (stored != null && !stored.ticket().updatedAt().isBefore(since)) {
                redact.handle(id, redaction);
            }
        }
        return page;
    }
}
