package io.switchboard.core.feed;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import java.util.List;
import java.util.stream.Collectors;

/** What triage is told of: a new ticket, and what may change an advisor's mind about an old one. */
public final class TriageEvents {
    /** The part of the desk that triage acts as. */
    public static final Actor TRIAGE = new Actor.System("triage");

    /** The types of event. */
    public static final List<EventType> TYPES = List.of(
            EventType.TICKET_OPENED,
            EventType.TICKET_CLASSIFIED,
            EventType.TICKET_EDITED,
            EventType.TICKET_ASSIGNED,
            EventType.TICKET_TRANSITIONED,
            EventType.TICKET_DISPOSITION_CHANGED,
            EventType.MESSAGE_SENT,
            EventType.MESSAGE_RECEIVED);

    static final String IDS = TYPES.stream().map(EventType::id).collect(Collectors.joining(","));

    private TriageEvents() {}

    /** Returns whether triage itself made the event; it is not told of its own doings. */
    static boolean own(TicketEvent event) {
        return event.actor().equals(TRIAGE);
    }
}
