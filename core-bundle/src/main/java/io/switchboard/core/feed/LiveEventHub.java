package io.switchboard.core.feed;

import com.github.f4b6a3.uuid.util.UuidUtil;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.DatabaseKind;
import io.switchboard.core.store.Transactions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open streams. Events of this node come by the commit; where there may be other nodes, the history is looked
 * through once a second while anybody listens. Events become visible in another order than their ids were made in, so a
 * token names a moment, and what is told again begins an overlap before it.
 */
@Component(service = {LiveEvents.class, LiveEventHub.class})
public final class LiveEventHub implements LiveEvents {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEventHub.class);
    private static final Duration OVERLAP = Duration.ofSeconds(15);
    private static final int TOLD_AGAIN = 1_000;
    private static final int WAITING = 10_000;
    private static final int REMEMBERED = 20_000;
    private static final String PREFIX = "t";

    private final Transactions transactions;
    private final EventLog log;
    private final boolean severalNodes;
    private final List<Consumer<LiveEvent>> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<TicketEvent> committed = new LinkedBlockingQueue<>(WAITING);
    private final Map<EventId, Boolean> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EventId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Thread teller = new Thread(this::tell, "live events");
    private Instant lookFrom = Instant.now();
    private volatile boolean stopped;

    /** Begins to tell. */
    @Activate
    public LiveEventHub(@Reference Transactions transactions, @Reference EventLog log, @Reference Database database) {
        this(transactions, log, database.kind() == DatabaseKind.POSTGRESQL);
    }

    LiveEventHub(Transactions transactions, EventLog log, boolean severalNodes) {
        this.transactions = transactions;
        this.log = log;
        this.severalNodes = severalNodes;
        teller.setDaemon(true);
        teller.start();
    }

    @Deactivate
    void deactivate() {
        stopped = true;
        teller.interrupt();
    }

    /** Takes what this node committed; quick. What nobody could take in time is found by a stream that resumes. */
    void committed(List<TicketEvent> events) {
        if (!listeners.isEmpty()) {
            events.forEach(event -> {
                if (!committed.offer(event)) {
                    LOG.debug("Open streams are too slow for event {}", event.id());
                }
            });
        }
    }

    @Override
    public Following follow(Consumer<LiveEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Missed since(String token) {
        EventId from = Backfill.firstIdAt(moment(token).minus(OVERLAP));
        List<TicketEvent> events = transactions.read(() -> log.from(from, TOLD_AGAIN + 1));
        return new Missed(
                events.stream()
                        .limit(TOLD_AGAIN)
                        .map(event -> new LiveEvent(
                                event, token(UuidUtil.getInstant(event.id().value()))))
                        .toList(),
                events.size() <= TOLD_AGAIN);
    }

    @Override
    public String now() {
        return token(Instant.now());
    }

    private static String token(Instant moment) {
        byte[] text = (PREFIX + moment.toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static Instant moment(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            String text = StandardCharsets.US_ASCII
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith(PREFIX)) {
                Instant moment = Instant.ofEpochMilli(Long.parseLong(text.substring(PREFIX.length())));
                Instant now = Instant.now();
                if (!moment.isAfter(now.plus(Duration.ofDays(1))) && moment.isAfter(Instant.EPOCH.plus(OVERLAP))) {
                    return moment;
                }
            }
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException | DateTimeException foreign) {
            LOG.debug("Not a token of this desk", foreign);
        }
        throw new SwitchboardException(
                ErrorCode.INVALID_CURSOR, "The event id to resume from was not made here; begin without one");
    }

    private void tell() {
        long lookedAt = System.nanoTime();
        while (!stopped) {
            try {
                TicketEvent event = committed.poll(1, TimeUnit.SECONDS);
                if (event != null) {
                    tell(event, false);
                }
                if (severalNodes && System.nanoTime() - lookedAt >= TimeUnit.SECONDS.toNanos(1)) {
                    lookedAt = System.nanoTime();
                    look();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("Events of other nodes cannot be read; trying again", failure);
            }
        }
    }

    private void look() {
        Instant begin = Instant.now();
        if (!listeners.isEmpty()) {
            EventId from = Backfill.firstIdAt(lookFrom.minus(OVERLAP));
            transactions.read(() -> log.from(from, TOLD_AGAIN)).forEach(event -> tell(event, true));
        }
        lookFrom = begin;
    }

    /** Tells an event. Those found in the history are told once; those committed here may be told again on purpose. */
    private void tell(TicketEvent event, boolean onlyNew) {
        boolean known = told.put(event.id(), true) != null;
        if (known && onlyNew) {
            return;
        }
        LiveEvent live = new LiveEvent(event, now());
        for (Consumer<LiveEvent> listener : listeners) {
            try {
                listener.accept(live);
            } catch (RuntimeException failure) {
                LOG.warn("An open stream could not take an event", failure);
            }
        }
    }
}
