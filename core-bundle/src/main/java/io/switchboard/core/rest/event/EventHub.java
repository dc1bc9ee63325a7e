package io.switchboard.core.rest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ui.UiContribution;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.RequestAuthenticator;
import io.switchboard.core.desk.notification.NotificationWatch;
import io.switchboard.core.desk.presence.PresenceWatch;
import io.switchboard.core.desk.presence.Present;
import io.switchboard.core.desk.presence.ShowPresence;
import io.switchboard.core.feed.LiveEvent;
import io.switchboard.core.feed.LiveEvents;
import io.switchboard.core.rest.ApiJson;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.notification.NotificationRow;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.web.FrontDoor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open streams what happened. The ticket of an event is read once, however many streams are open, and for each
 * stream it is judged whether its caller may know. What has happened is judged by how the ticket stands now. A stream ends with the session or
 * token that opened it: at once if it was ended here, at the next beat if on another node.
 */
@Component(service = EventHub.class)
public final class EventHub {
    private static final int PER_PERSON = 20;
    private static final int BEAT_SECONDS = 15;
    private static final int TOGETHER_MILLISECONDS = 200;
    /** It says nothing more: each page asks for what its reader may see. */
    private static final String PAGES_CHANGED = "event: ui.contributions\ndata: {}\n\n";

    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    private final LiveEvents events;
    private final Transactions transactions;
    private final TicketStore tickets;
    private final ShowPresence presence;
    private final RequestAuthenticator authenticator;
    private final AtomicBoolean toCheck = new AtomicBoolean();
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "event-streams");
        thread.setDaemon(true);
        return thread;
    });
    private final LiveEvents.Following following;
    private final AutoCloseable watching;
    private final AutoCloseable notifying;
    private final AutoCloseable endings;
    private final AutoCloseable contributing;
    private final AtomicBoolean contributed = new AtomicBoolean();
    private volatile boolean ending;

    /** Begins to follow. */
    @Activate
    public EventHub(
            @Reference LiveEvents events,
            @Reference Transactions transactions,
            @Reference TicketStore tickets,
            @Reference ShowPresence presence,
            @Reference PresenceWatch watch,
            @Reference NotificationWatch notifications,
            @Reference RequestAuthenticator authenticator,
            @Reference SocketRegistry registry,
            @Reference FrontDoor door) {
        this.events = events;
        this.transactions = transactions;
        this.tickets = tickets;
        this.presence = presence;
        this.authenticator = authenticator;
        this.following = events.follow(event -> teller.execute(() -> tell(event, streams)));
        this.watching = watch.follow(ticket -> teller.execute(() -> tellPresence(ticket)));
        this.notifying = notifications.follow(row -> teller.execute(() -> tellNotification(row)));
        this.endings = authenticator.onEnd(this::checkSoon);
        this.contributing = registry.watch(UiContribution.class, this::tellOfPagesSoon);
        door.whenClosing(this::endStreams);
        teller.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() throws Exception {
        endings.close();
        contributing.close();
        following.close();
        watching.close();
        notifying.close();
        teller.shutdownNow();
        endStreams();
    }

    /** Ends all streams, and those that are still opened; their readers come back when the server does. */
    private void endStreams() {
        ending = true;
        streams.forEach(EventStream::close);
    }

    /** Returns whether the caller has a place for one more stream. */
    boolean hasPlace(Caller caller) {
        return streams.stream()
                        .filter(stream -> stream.caller().actor().equals(caller.actor()))
                        .count()
                < PER_PERSON;
    }

    /**
     * Adds a stream, and first tells it what it missed.
     *
     * @param token where it left off, or empty for a stream that begins now
     */
    void join(EventStream stream, Optional<String> token) {
        LiveEvents.Missed missed = token.map(events::since).orElse(new LiveEvents.Missed(List.of(), true));
        stream.send(": welcome\nretry: 2000\n\n");
        streams.add(stream);
        if (ending) {
            stream.close();
            return;
        }
        checkSoon();
        teller.execute(() -> {
            if (!missed.complete()) {
                stream.send("event: reload\ndata: {}\n\n");
            }
            missed.events().forEach(event -> tell(event, List.of(stream)));
        });
    }

    /** Many endings at once are one check; a stream that was just opened may have lost its session meanwhile. */
    private void checkSoon() {
        if (toCheck.compareAndSet(false, true)) {
            teller.execute(() -> {
                toCheck.set(false);
                streams.forEach(this::check);
            });
        }
    }

    private void check(EventStream stream) {
        try {
            authenticator.recheck(stream.credentials()).ifPresentOrElse(stream::goOnAs, stream::close);
        } catch (SwitchboardException unanswered) {
            LOG.warn(
                    "It could not be seen whether the session of a stream holds; the next beat looks again",
                    unanswered);
        }
    }

    private void beat() {
        streams.forEach(this::check);
        streams.removeIf(EventStream::closed);
        streams.forEach(stream -> stream.send(": beat\n\n"));
    }

    private void tell(LiveEvent live, List<EventStream> to) {
        if (to.isEmpty()) {
            return;
        }
        Optional<StoredTicket> ticket =
                transactions.read(() -> tickets.find(live.event().ticket()));
        if (ticket.isEmpty()) {
            return;
        }
        String text = text(live, ticket.get());
        to.stream()
                .filter(stream -> maySee(stream.caller(), live, ticket.get()))
                .forEach(stream -> stream.send(text));
    }

    private static boolean maySee(Caller caller, LiveEvent live, StoredTicket ticket) {
        EventType type = live.event().type();
        return AccessPolicy.sees(caller, ticket.ticket(), ticket.participants())
                && (AccessPolicy.readsNotes(caller) || type.forCustomers());
    }

    /** Tells who is at a ticket. It has no id, because it is not told again to a stream that resumes. */
    private void tellPresence(TicketId id) {
        List<EventStream> agents = streams.stream()
                .filter(stream -> AccessPolicy.readsNotes(stream.caller()))
                .toList();
        if (agents.isEmpty()) {
            return;
        }
        transactions
                .read(() -> tickets.find(id).map(ticket -> new Scene(ticket, presence.at(id))))
                .ifPresent(scene -> agents.stream()
                        .filter(stream -> AccessPolicy.sees(
                                stream.caller(),
                                scene.ticket().ticket(),
                                scene.ticket().participants()))
                        .forEach(stream ->
                                stream.send(PresenceText.of(scene.ticket().ticket(), scene.there()))));
    }

    /** Tells somebody of their notification, if they see its ticket. It has no id either. */
    private void tellNotification(NotificationRow row) {
        List<EventStream> own = streams.stream()
                .filter(stream -> row.person().equals(stream.caller().person()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        transactions
                .read(() -> tickets.find(row.ticketId()))
                .ifPresent(ticket -> own.stream()
                        .filter(stream -> AccessPolicy.sees(stream.caller(), ticket.ticket(), ticket.participants()))
                        .forEach(stream -> stream.send(NotificationText.of(row, ticket.ticket()))));
    }

    /** A plugin that adds several things to the pages, or comes in the place of another version, is told of once. */
    private void tellOfPagesSoon() {
        if (contributed.compareAndSet(false, true)) {
            teller.schedule(
                    () -> {
                        contributed.set(false);
                        streams.forEach(stream -> stream.send(PAGES_CHANGED));
                    },
                    TOGETHER_MILLISECONDS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private record Scene(StoredTicket ticket, List<Present> there) {}

    private static String text(LiveEvent live, StoredTicket ticket) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", live.event().id());
        data.put("type", live.event().type().id());
        data.put("ticket", live.event().ticket());
        data.put("number", ticket.ticket().number());
        data.put("version", ticket.ticket().version());
        data.put("sequence", live.event().sequence());
        data.put("at", live.event().at());
        try {
            return "id: " + live.token() + "\nevent: " + live.event().type().id() + "\ndata: "
                    + ApiJson.MAPPER.writeValueAsString(data) + "\n\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("an event cannot be written", unwritable);
        }
    }
}
