package io.switchboard.core.store.ticket;

import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of tickets in other systems, what they were merged into, and when their customers are to hear next. The
 * ticket's row has all of it too; here it can be looked for. Few tickets have any, so this takes the place of indexes that
 * every change of every ticket would pay for.
 */
final class RareReferences {
    private final MapperSource mappers;

    RareReferences(MapperSource mappers) {
        this.mappers = mappers;
    }

    /** Notes what a ticket has now, in the thread's transaction; null before it is opened, and after it is purged. */
    void changed(TicketId ticket, @Nullable StoredTicket before, @Nullable StoredTicket after) {
        ExternalReference external = external(after);
        if (!Objects.equals(external(before), external)) {
            mapper().deleteExternal(ticket);
            if (external != null) {
                mapper().insertExternal(ticket, external);
            }
        }
        TicketId survivor = survivor(after);
        if (!Objects.equals(survivor(before), survivor)) {
            mapper().deleteMerged(ticket);
            if (survivor != null) {
                mapper().insertMerged(ticket, survivor);
            }
        }
        Instant nextUpdate = nextUpdate(after);
        if (!Objects.equals(nextUpdate(before), nextUpdate)) {
            mapper().deleteNextUpdate(ticket);
            if (nextUpdate != null) {
                mapper().insertNextUpdate(ticket, nextUpdate);
            }
        }
    }

    Optional<TicketId> byExternalNumber(String number) {
        return mapper().byExternalNumber(number);
    }

    Optional<TicketId> byExternal(String system, String number) {
        return mapper().byExternal(system, number);
    }

    /** Returns all that was merged into a ticket, also by way of others, in the order of their ids. */
    List<TicketId> mergedInto(TicketId survivor) {
        Set<TicketId> found = new HashSet<>();
        List<TicketId> open = new ArrayList<>(List.of(survivor));
        while (!open.isEmpty()) {
            for (TicketId merged : mapper().mergedInto(open.remove(0))) {
                if (found.add(merged)) {
                    open.add(merged);
                }
            }
        }
        return found.stream().sorted().toList();
    }

    /** Returns those into which another was merged. */
    Set<TicketId> survivors(Collection<TicketId> ids) {
        return ids.isEmpty() ? Set.of() : new HashSet<>(mapper().survivors(InList.of(ids, TicketId::new)));
    }

    private static @Nullable ExternalReference external(@Nullable StoredTicket stored) {
        return stored == null ? null : stored.ticket().external();
    }

    private static @Nullable TicketId survivor(@Nullable StoredTicket stored) {
        return stored == null ? null : stored.mergedInto();
    }

    private static @Nullable Instant nextUpdate(@Nullable StoredTicket stored) {
        return stored == null ? null : stored.ticket().nextUpdateDueAt();
    }

    private RareReferenceMapper mapper() {
        return mappers.of(RareReferenceMapper.class);
    }
}
