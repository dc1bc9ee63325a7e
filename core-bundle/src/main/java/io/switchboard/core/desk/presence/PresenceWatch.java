package io.switchboard.core.desk.presence;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.presence.PresenceRow;
import io.switchboard.core.store.presence.PresenceStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when somebody comes to a ticket, does something else there, or is gone. While anybody listens it looks once a
 * second at what all nodes have noted, so that it notices what was said to another node as well, and whose minute is over.
 */
@Component(service = PresenceWatch.class)
public final class PresenceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceWatch.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LOOKS_BETWEEN_SWEEPS = 300;

    private final Transactions transactions;
    private final PresenceStore presence;
    private final DeskClock clock;
    private final List<Consumer<TicketId>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "presence");
        thread.setDaemon(true);
        return thread;
    });
    private Map<TicketId, Map<PersonId, String>> known = Map.of();
    private int looks;

    /** Begins to look. */
    @Activate
    public PresenceWatch(
            @Reference Transactions transactions, @Reference PresenceStore presence, @Reference DeskClock clock) {
        this.transactions = transactions;
        this.presence = presence;
        this.clock = clock;
        looking.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        looking.shutdownNow();
    }

    /**
     * Has the listener told of each ticket at which somebody's presence changed. It is called on the thread that looks, and
     * must only hand the ticket over.
     *
     * @return ends it when closed
     */
    public AutoCloseable follow(Consumer<TicketId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Looks without waiting for the next second; returns at once. */
    void lookSoon() {
        try {
            looking.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The desk stops; nobody is told any more", stopping);
        }
    }

    private void look() {
        try {
            if (!listeners.isEmpty()) {
                compare(now());
            }
            looks++;
            if (looks % LOOKS_BETWEEN_SWEEPS == 0) {
                sweep();
            }
        } catch (RuntimeException failure) {
            LOG.warn("It could not be seen who is at which ticket; trying again", failure);
        }
    }

    private Map<TicketId, Map<PersonId, String>> now() {
        Map<TicketId, Map<PersonId, String>> there = new HashMap<>();
        List<PresenceRow> rows =
                transactions.read(() -> presence.since(clock.now().minus(ShowPresence.LASTS)));
        for (PresenceRow row : rows) {
            if (!row.activity().equals(Activity.GONE.id())) {
                there.computeIfAbsent(row.ticketId(), ticket -> new HashMap<>()).put(row.person(), row.activity());
            }
        }
        return there;
    }

    private void compare(Map<TicketId, Map<PersonId, String>> there) {
        Set<TicketId> tickets = new HashSet<>(known.keySet());
        tickets.addAll(there.keySet());
        tickets.removeIf(ticket -> known.getOrDefault(ticket, Map.of()).equals(there.getOrDefault(ticket, Map.of())));
        known = there;
        tickets.forEach(ticket -> listeners.forEach(listener -> listener.accept(ticket)));
    }

    private void sweep() {
        transactions.write(() -> {
            presence.forget(clock.now().minus(KEPT));
            return true;
        });
    }
}
