package io.switchboard.core.desk.record;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads one ticket, by its id or by what people call it. */
@Component(service = ReadTicket.class)
public final class ReadTicket {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Transactions transactions;
    private final TicketStore tickets;

    /** Makes the use case. */
    @Activate
    public ReadTicket(@Reference Transactions transactions, @Reference TicketStore tickets) {
        this.transactions = transactions;
        this.tickets = tickets;
    }

    /**
     * Returns a ticket.
     *
     * @throws SwitchboardException with {@code not-found} if there is none for the caller, {@code purged} if it was
     *     removed
     */
    public Ticket ticket(Caller caller, TicketId id) {
        return stored(caller, id).ticket();
    }

    /** Returns a ticket with what only the desk needs to know of it. */
    public StoredTicket stored(Caller caller, TicketId id) {
        return transactions.read(() -> {
            StoredTicket stored = tickets.find(id).orElseThrow(() -> missing(caller, id));
            AccessPolicy.see(caller, stored.ticket(), stored.participants());
            return stored;
        });
    }

    /** Returns the ticket into which one was merged; nothing if it was not, or the caller does not see that ticket. */
    public Optional<Ticket> survivor(Caller caller, StoredTicket merged) {
        TicketId into = merged.mergedInto();
        if (into == null) {
            return Optional.empty();
        }
        return transactions.read(() -> tickets.find(into)
                .filter(found -> AccessPolicy.sees(caller, found.ticket(), found.participants()))
                .map(StoredTicket::ticket));
    }

    /**
     * Returns the id behind an id, a number, or a number of another system, whether the caller sees the ticket or not:
     * every use of it checks that.
     */
    public TicketId resolve(String idOrNumber) {
        if (ID.matcher(idOrNumber).matches()) {
            return new TicketId(UUID.fromString(idOrNumber));
        }
        if (idOrNumber.length() > 200) {
            throw SwitchboardException.notFound("ticket");
        }
        return transactions
                .read(() -> tickets.byNumber(idOrNumber))
                .orElseThrow(() -> SwitchboardException.notFound("ticket"));
    }

    /** Returns the id of the ticket with this name of another system; as with a number, each use of it is checked. */
    public Optional<TicketId> byExternal(ExternalReference external) {
        return transactions.read(() -> tickets.byExternal(external.system(), external.number()));
    }

    private SwitchboardException missing(Caller caller, TicketId id) {
        return caller.staff() && tickets.tombstone(id).isPresent()
                ? new SwitchboardException(ErrorCode.PURGED, "This ticket was removed for good")
                : SwitchboardException.notFound("ticket");
    }
}
