package io.switchboard.core.desk.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.notification.NotificationRow;
import io.switchboard.core.store.notification.NotificationStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices new notifications, those of other nodes too: it looks once a second, and at once after one was made here. Rows
 * become visible in another order than their ids were made in, so each look begins an overlap before the last id.
 */
@Component(service = NotificationWatch.class)
public final class NotificationWatch {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationWatch.class);
    private static final Duration OVERLAP = Duration.ofSeconds(15);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int AT_ONCE = 500;
    private static final int REMEMBERED = 20_000;

    private final Transactions transactions;
    private final NotificationStore notifications;
    private final List<Consumer<NotificationRow>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "notifications");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<UUID, Boolean> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final AtomicBoolean begun = new AtomicBoolean();
    private @Nullable UUID last;

    /** Makes it. */
    @Activate
    public NotificationWatch(@Reference Transactions transactions, @Reference NotificationStore notifications) {
        this.transactions = transactions;
        this.notifications = notifications;
    }

    @Deactivate
    void stop() {
        looking.shutdownNow();
    }

    /**
     * Has the listener told of each notification that is made from now on; the first one has the looking begin. It is called
     * on the thread that looks, and must only hand the notification over.
     *
     * @return ends it when closed
     */
    public AutoCloseable follow(Consumer<NotificationRow> listener) {
        listeners.add(listener);
        if (begun.compareAndSet(false, true)) {
            looking.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        }
        return () -> listeners.remove(listener);
    }

    /** Looks without waiting for the next second, if anybody listens; returns at once. */
    void lookSoon() {
        if (!begun.get()) {
            return;
        }
        try {
            looking.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The desk stops; nobody is told any more", stopping);
        }
    }

    private void look() {
        try {
            UUID seen = last;
            if (seen == null) {
                begin();
            } else {
                tellAfter(seen);
            }
        } catch (RuntimeException failure) {
            LOG.warn("New notifications cannot be read; trying again", failure);
        }
    }

    /** What was there before is told to nobody. */
    private void begin() {
        UUID latest = transactions.read(notifications::latest).orElse(FIRST);
        transactions
                .read(() -> notifications.after(overlapping(latest), AT_ONCE))
                .forEach(row -> told.put(row.id(), true));
        last = latest;
    }

    private void tellAfter(UUID seen) {
        List<NotificationRow> rows;
        UUID from = overlapping(seen);
        do {
            UUID after = from;
            rows = transactions.read(() -> notifications.after(after, AT_ONCE));
            for (NotificationRow row : rows) {
                from = row.id();
                if (told.put(row.id(), true) == null) {
                    listeners.forEach(listener -> listener.accept(row));
                }
            }
        } while (rows.size() == AT_ONCE);
        last = from.compareTo(seen) > 0 ? from : seen;
    }

    private static UUID overlapping(UUID id) {
        return id.equals(FIRST)
                ? FIRST
                : UuidCreator.getTimeOrderedEpochMin(UuidUtil.getInstant(id).minus(OVERLAP));
    }
}
