package io.switchboard.core.delivery;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.outgoing.OutgoingRow;
import io.switchboard.core.store.outgoing.OutgoingStore;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.Timers;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way out of the desk. A letter joins the transaction of what it tells, and is handed to a courier after its commit:
 * at least once, with pauses that grow, until it is delivered, refused, or not worth sending any more.
 */
@Component(service = Outgoing.class)
public final class Outgoing {
    /** The purpose for which contents are sealed. */
    static final String SEAL = "outgoing";

    private final Transactions transactions;
    private final OutgoingStore store;
    private final Timers timers;
    private final DeskClock clock;
    private final Vault vault;
    private final IdGenerator ids;

    /** What a letter says, as it is kept. */
    record Content(String subject, String text) {}

    /** Makes it. */
    @Activate
    public Outgoing(
            @Reference Transactions transactions,
            @Reference OutgoingStore store,
            @Reference Timers timers,
            @Reference DeskClock clock,
            @Reference Vault vault,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.store = store;
        this.timers = timers;
        this.clock = clock;
        this.vault = vault;
        this.ids = ids;
    }

    /** Queues a letter. */
    public UUID send(Letter letter) {
        return send(letter, null);
    }

    /**
     * Queues a letter.
     *
     * @param about the ticket it is about, or null
     */
    public UUID send(Letter letter, @Nullable TicketId about) {
        UUID id = ids.next();
        queue(id, letter, about, clock.now());
        return id;
    }

    /**
     * Queues a letter, unless one with this id was queued before and is not forgotten yet.
     *
     * @param from the earliest time at which it is handed over; it is worth sending from then on
     * @return false if it was queued before
     */
    public boolean sendOnce(UUID id, Letter letter, TicketId about, Instant from) {
        return transactions.write(() -> {
            if (store.find(id).isPresent()) {
                return false;
            }
            queue(id, letter, about, from);
            return true;
        });
    }

    private void queue(UUID id, Letter letter, @Nullable TicketId about, Instant from) {
        Instant now = clock.now();
        String content = vault.seal(SEAL, Json.write(new Content(letter.subject(), letter.text())));
        OutgoingRow row = new OutgoingRow(
                id,
                about,
                letter.purpose(),
                letter.to().kind(),
                letter.to().value(),
                letter.to().name(),
                content,
                OutgoingRow.WAITING,
                0,
                now,
                from.plus(letter.worth()),
                null);
        transactions.write(() -> {
            store.add(row);
            timers.set(DeliverOutgoing.KIND, id.toString(), from);
            return row;
        });
    }
}
