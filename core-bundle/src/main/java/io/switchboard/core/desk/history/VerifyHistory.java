package io.switchboard.core.desk.history;

import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.history.HistoryStore;
import io.switchboard.core.store.history.HistoryText;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.Tombstone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks the whole history: every row follows the one before, none is missing, none was added behind the desk's back, the
 * last is the one that the ticket names, and kept words are those that were recorded. Of a purged ticket only the last
 * row is left, which its tombstone names. Words that were erased are no fault.
 */
@Component(service = VerifyHistory.class)
public final class VerifyHistory {
    private static final int PAGE = 500;

    private final Transactions transactions;
    private final TicketStore tickets;
    private final HistoryStore history;
    private final HistoriesTogether together;

    /** Makes the use case. */
    @Activate
    public VerifyHistory(
            @Reference Transactions transactions, @Reference TicketStore tickets, @Reference HistoryStore history) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.history = history;
        this.together = new HistoriesTogether(tickets, history);
    }

    /** What was found. */
    public sealed interface Finding {
        /** All is well. */
        record Sound(long tickets, long rows) implements Finding {}

        /**
         * Somebody changed the history.
         *
         * @param ticket the number of the ticket, or its id if there is no such ticket
         * @param sequence the first row that is wrong or missing
         * @param what what is wrong
         */
        record Broken(String ticket, long sequence, String what) implements Finding {}
    }

    /**
     * Checks every ticket, up to the first that is wrong. It holds a few hundred rows in memory at a time, and no
     * transaction for longer than it takes to read them.
     *
     * @param progress is told how many tickets were checked so far, now and then
     */
    public Finding handle(LongConsumer progress) {
        long checked = 0;
        long rows = 0;
        for (List<TicketId> page = page(null); !page.isEmpty(); page = page(page.get(page.size() - 1))) {
            List<TicketId> ids = page;
            HistoriesTogether.Seen seen = transactions.read(() -> together.look(ids));
            checked += seen.whole();
            rows += seen.rows();
            for (TicketId id : seen.doubtful()) {
                Finding finding = settled(id);
                if (!(finding instanceof Finding.Sound sound)) {
                    return finding;
                }
                checked += sound.tickets();
                rows += sound.rows();
            }
            progress.accept(checked);
        }
        Optional<Finding> broken = tombstones().or(this::strays);
        return broken.isPresent() ? broken.get() : new Finding.Sound(checked, rows);
    }

    /**
     * Checks a ticket, and again if a commit landed meanwhile: of that the check may have seen the one half. A ticket whose
     * end was the same before and after had no commit in between, since a history only grows.
     */
    private Finding settled(TicketId id) {
        while (true) {
            Optional<String> before = end(id);
            Finding finding = transactions.read(() -> ticket(id));
            if (finding instanceof Finding.Sound || before.equals(end(id))) {
                return finding;
            }
        }
    }

    private Optional<String> end(TicketId id) {
        return transactions.read(() -> tickets.find(id)).map(ticket -> ticket.lastSequence() + " " + ticket.lastHash());
    }

    private List<TicketId> page(@Nullable TicketId after) {
        return transactions.read(() -> tickets.walk(after, false, HistoriesTogether.TICKETS));
    }

    private Finding ticket(TicketId id) {
        Optional<StoredTicket> found = tickets.find(id);
        if (found.isEmpty()) {
            return new Finding.Sound(0, 0);
        }
        StoredTicket ticket = found.get();
        String number = ticket.ticket().number();
        String hash = HistoryRow.BEGINNING;
        long sequence = 0;
        List<HistoryRow> page;
        do {
            page = history.ofTicket(id, sequence, PAGE);
            Map<EventId, List<HistoryText>> texts = texts(page);
            for (HistoryRow row : page) {
                sequence++;
                String fault = fault(row, sequence, hash, texts.getOrDefault(row.eventId(), List.of()));
                if (fault != null) {
                    return new Finding.Broken(number, sequence, fault);
                }
                hash = row.hash();
            }
        } while (page.size() == PAGE);
        if (sequence != ticket.lastSequence()) {
            return new Finding.Broken(
                    number, Math.min(sequence, ticket.lastSequence()) + 1, "rows are missing or added");
        }
        return hash.equals(ticket.lastHash())
                ? new Finding.Sound(1, sequence)
                : new Finding.Broken(number, sequence, "the ticket names another last row");
    }

    private Map<EventId, List<HistoryText>> texts(List<HistoryRow> page) {
        return history.texts(page.stream().map(HistoryRow::eventId).toList()).stream()
                .collect(Collectors.groupingBy(HistoryText::eventId));
    }

    /** Returns what is wrong with a row that should be the one after another, or null. */
    static @Nullable String fault(HistoryRow row, long sequence, String hash, List<HistoryText> texts) {
        if (row.sequence() != sequence) {
            return "the row is missing";
        }
        if (!row.follows(hash)) {
            return "the row does not follow the one before";
        }
        return EventDetails.firstForged(row, texts)
                .map(field -> "the words of " + field + " were changed")
                .orElse(null);
    }

    private Optional<Finding> tombstones() {
        TicketId after = null;
        while (true) {
            TicketId from = after;
            List<Tombstone> page = transactions.read(() -> tickets.tombstones(from, PAGE));
            for (Tombstone stone : page) {
                List<HistoryRow> left = transactions.read(() -> history.ofTicket(stone.ticketId(), 0, 2));
                if (left.size() != 1
                        || left.get(0).sequence() != stone.lastSequence()
                        || !left.get(0).hash().equals(stone.lastHash())) {
                    return Optional.of(new Finding.Broken(
                            stone.number(), stone.lastSequence(), "the tombstone names another last row"));
                }
            }
            if (page.size() < PAGE) {
                return Optional.empty();
            }
            after = page.get(page.size() - 1).ticketId();
        }
    }

    private Optional<Finding> strays() {
        TicketId after = null;
        while (true) {
            TicketId from = after;
            List<TicketId> page = transactions.read(() -> history.tickets(from, PAGE));
            for (TicketId id : transactions.read(() -> together.unknown(page))) {
                boolean known = transactions.read(() ->
                        tickets.find(id).isPresent() || tickets.tombstone(id).isPresent());
                if (!known) {
                    return Optional.of(new Finding.Broken(id.toString(), 1, "the ticket is gone without a tombstone"));
                }
            }
            if (page.isEmpty()) {
                return Optional.empty();
            }
            after = page.get(page.size() - 1);
        }
    }
}
