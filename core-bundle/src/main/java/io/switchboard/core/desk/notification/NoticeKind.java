package io.switchboard.core.desk.notification;

import io.switchboard.api.reaction.EventType;
import java.util.Locale;

/** What somebody is told of a ticket. */
public enum NoticeKind {
    /** A note mentions them. */
    MENTION(EventType.MESSAGE_NOTED),
    /** The ticket was referred to a team of theirs. */
    REFERRAL(EventType.PARTICIPANT_CHANGED),
    /** The ticket was escalated to those who decide, of whom they are one. */
    ESCALATION(EventType.TICKET_ESCALATED),
    /** They were given a task. */
    TASK(EventType.TASK_CHANGED),
    /** They were given the ticket. */
    ASSIGNED(EventType.TICKET_ASSIGNED),
    /** A customer has written to a ticket of theirs. */
    ANSWERED(EventType.MESSAGE_RECEIVED),
    /** The customer is to hear of a ticket of theirs by now. */
    UPDATE_DUE(EventType.TICKET_EXPECTATION_CHANGED);

    private final EventType event;

    NoticeKind(EventType event) {
        this.event = event;
    }

    /** Returns the name in the API and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the event that it comes with, under which preferences say by which way somebody wants to hear of it. */
    public EventType event() {
        return event;
    }

    /** Reads the name in the store. */
    static NoticeKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
