package io.switchboard.bench.fill;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.thread.MessageRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What happened to one ticket, one thing after the other. */
final class Biography {
    private final IdGenerator ids;
    private final Lifecycle lifecycle;
    private final Random random;
    private final TicketId ticket;
    private final List<TicketEvent> events = new ArrayList<>();
    private final List<MessageRow> messages = new ArrayList<>();
    private Progress progress;
    private Instant now;

    Biography(IdGenerator ids, Lifecycle lifecycle, Random random, TicketId ticket, Instant begin) {
        this.ids = ids;
        this.lifecycle = lifecycle;
        this.random = random;
        this.ticket = ticket;
        this.now = begin;
        this.progress = lifecycle.begin(Lifecycle.STANDARD, begin);
    }

    /** Lets between a minute and an hour pass. */
    void later() {
        now = now.plus(Duration.ofSeconds(60 + random.nextInt(3_540)));
    }

    void happened(EventType type, Actor actor, FieldChange... changes) {
        add(type, actor, null, changes);
    }

    MessageId said(MessageKind kind, EventType type, Actor.Person author, String body) {
        MessageId id = new MessageId(ids.next());
        messages.add(
                new MessageRow(id, ticket, kind, author.person(), body, BodyFormat.TEXT, author.channel(), false, now));
        add(type, author, id);
        return id;
    }

    void moved(Status to, Actor actor) {
        Status before = progress.status();
        progress = lifecycle.move(progress, to, now);
        add(EventType.TICKET_TRANSITIONED, actor, null, new FieldChange("status", before.id(), to.id()));
    }

    private void add(EventType type, Actor actor, @Nullable MessageId message, FieldChange... changes) {
        events.add(new TicketEvent(
                new EventId(ids.next()),
                ticket,
                events.size() + 1L,
                type,
                actor,
                now,
                List.of(changes),
                message,
                null,
                Map.of()));
    }

    List<TicketEvent> events() {
        return events;
    }

    List<MessageRow> messages() {
        return messages;
    }

    Progress progress() {
        return progress;
    }

    Instant now() {
        return now;
    }
}
