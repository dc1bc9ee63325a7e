package io.switchboard.core.rest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.switchboard.api.reaction.EventType;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.feed.LiveEvent;
import io.switchboard.core.feed.LiveEvents;
import io.switchboard.core.rest.ApiJson;
import io.switchboard.core.store.Transactions;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells open streams what happened. The ticket of an event is read once, however many streams are open, and for each
 * stream it is judged whether its caller may know. What has happened is judged by how the ticket stands now.
 */
@Component(service = EventHub.class)
public final class EventHub {
    private static final int PER_PERSON = 20;
    private static final int BEAT_SECONDS = 15;

    private final LiveEvents events;
    private final Transactions transactions;
    private final TicketStore tickets;
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "event-streams");
        thread.setDaemon(true);
        return thread;
    });
    private final LiveEvents.Following following;
    private volatile boolean ending;

    /** Begins to follow. */
    @Activate
    public EventHub(
            @Reference LiveEvents events,
            @Reference Transactions transactions,
            @Reference TicketStore tickets,
            @Reference FrontDoor door) {
        this.events = events;
        this.transactions = transactions;
        this.tickets = tickets;
        this.following = events.follow(event -> teller.execute(() -> tell(event, streams)));
        door.whenClosing(this::endStreams);
        teller.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        following.close();
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
        teller.execute(() -> {
            if (!missed.complete()) {
                stream.send("event: reload\ndata: {}\n\n");
            }
            missed.events().forEach(event -> tell(event, List.of(stream)));
        });
    }

    private void beat() {
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
