package io.switchboard.core.desk.history;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.history.VerifyHistory.Finding;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.history.HistoryStore;
import io.switchboard.core.store.ticket.HeadRow;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.Tombstone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes down where each history ends, and later finds which of them do not go on from there. Who can change the database
 * can cut the end of a history off, or write it anew, and have the ticket name another last row: only what was written down
 * elsewhere shows that.
 */
@Component(service = HistoryHeads.class)
public final class HistoryHeads {
    private static final int PAGE = 1_000;

    private final Transactions transactions;
    private final TicketStore tickets;
    private final HistoryStore history;

    /** Makes the use case. */
    @Activate
    public HistoryHeads(
            @Reference Transactions transactions, @Reference TicketStore tickets, @Reference HistoryStore history) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.history = history;
    }

    /**
     * Writes the ends of all histories, those of purged tickets too.
     *
     * @return how many
     */
    long write(Path file) throws IOException {
        try (HeadsFile.Writer heads = HeadsFile.write(file)) {
            for (List<HeadRow> page = tickets(null); !page.isEmpty(); page = tickets(last(page))) {
                for (HeadRow head : page) {
                    heads.add(head);
                }
            }
            for (List<Tombstone> page = tombstones(null); !page.isEmpty(); page = tombstones(lastStone(page))) {
                for (Tombstone stone : page) {
                    heads.add(new HeadRow(stone.ticketId(), stone.number(), stone.lastSequence(), stone.lastHash()));
                }
            }
            return heads.finish();
        }
    }

    private List<HeadRow> tickets(@Nullable TicketId after) {
        return transactions.read(() -> tickets.heads(after, PAGE));
    }

    private List<Tombstone> tombstones(@Nullable TicketId after) {
        return transactions.read(() -> tickets.tombstones(after, PAGE));
    }

    private static TicketId last(List<HeadRow> page) {
        return page.get(page.size() - 1).id();
    }

    private static TicketId lastStone(List<Tombstone> page) {
        return page.get(page.size() - 1).ticketId();
    }

    /** Returns the first history that does not go on from where it ended when the file was written, or nothing. */
    Optional<Finding.Broken> compare(Path file) throws IOException {
        for (HeadRow head : HeadsFile.read(file)) {
            Optional<Finding.Broken> broken = transactions.read(() -> compare(head));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding.Broken> compare(HeadRow head) {
        Optional<HistoryRow> row = history.ofTicket(head.id(), head.lastSequence() - 1, 1).stream()
                .filter(found -> found.sequence() == head.lastSequence())
                .findFirst();
        if (row.filter(found -> found.hash().equals(head.lastHash())).isPresent() || purgedSince(head)) {
            return Optional.empty();
        }
        if (row.isPresent()) {
            return Optional.of(new Finding.Broken(
                    head.number(), head.lastSequence(), "another row stood here when the heads were written"));
        }
        long left = history.latest(head.id(), head.lastSequence(), 1).stream()
                .mapToLong(HistoryRow::sequence)
                .findFirst()
                .orElse(0);
        return Optional.of(
                new Finding.Broken(head.number(), left + 1, "the row was there when the heads were written"));
    }

    private boolean purgedSince(HeadRow head) {
        return tickets.tombstone(head.id())
                .filter(stone -> stone.lastSequence() > head.lastSequence()
                        || stone.lastHash().equals(head.lastHash()))
                .isPresent();
    }
}
