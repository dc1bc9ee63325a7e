package io.switchboard.api.reaction;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** The registry of what can happen to a ticket. An id never changes its meaning. */
public enum EventType {
    /** A ticket was opened. */
    TICKET_OPENED(true),
    /** Triage has spoken; the ticket is visible from now on. */
    TICKET_TRIAGED(true),
    /** Type, category, product, impact, urgency or priority changed. */
    TICKET_CLASSIFIED(false),
    /** Subject, description, fields, tags or another field of its own changed. */
    TICKET_EDITED(false),
    /** The team or the agent changed, by hand or automatically. */
    TICKET_ASSIGNED(false),
    /** The status changed. */
    TICKET_TRANSITIONED(true),
    /** It was solved; comes with the transition. */
    TICKET_RESOLVED(true),
    /** It was closed; comes with the transition. */
    TICKET_CLOSED(true),
    /** It was reopened; comes with the transition. */
    TICKET_REOPENED(true),
    /** It was put away; comes with the transition. */
    TICKET_ARCHIVED(true),
    /** The expected time of resolution or the next update due changed. */
    TICKET_EXPECTATION_CHANGED(true),
    /** It sleeps until a time. */
    TICKET_POSTPONED(false),
    /** It woke up. */
    TICKET_WOKEN(false),
    /** It was made confidential, or no longer is. */
    TICKET_CONFIDENTIALITY_CHANGED(false),
    /** Somebody of the desk read it while it was confidential; told once an hour at most for each of them. */
    TICKET_CONFIDENTIAL_READ(false),
    /** It became spam or trash, or came back; or it is hidden until triage has judged a message. */
    TICKET_DISPOSITION_CHANGED(false),
    /** It was merged into another ticket. */
    TICKET_MERGED(false),
    /** A merge was taken back. */
    TICKET_UNMERGED(false),
    /** A part of it became a ticket of its own. */
    TICKET_SPLIT(false),
    /** A link to another ticket was made. */
    TICKET_LINKED(false),
    /** A link was removed. */
    TICKET_UNLINKED(false),
    /** It was removed for good; only a tombstone is left. */
    TICKET_PURGED(false),
    /** Words were taken out of it for good, because a person was erased or it is old; whoever keeps a copy reads it again. */
    TICKET_REDACTED(false),
    /** It was escalated. */
    TICKET_ESCALATED(false),
    /** A deadline was set, moved, met or cleared. */
    TICKET_DEADLINE_CHANGED(false),
    /** A deadline comes near. */
    TICKET_DEADLINE_WARNED(false),
    /** A deadline passed. */
    TICKET_DEADLINE_BREACHED(false),
    /** The customer wrote. */
    MESSAGE_RECEIVED(true),
    /** The desk replied. */
    MESSAGE_SENT(true),
    /** An internal note was written; never told to customers. */
    MESSAGE_NOTED(false),
    /** Somebody joined or left the participants. */
    PARTICIPANT_CHANGED(false),
    /** A macro was applied; its steps are told by events of their own. */
    MACRO_APPLIED(false),
    /** A task inside the ticket was made, changed or done. */
    TASK_CHANGED(false),
    /** Working time was recorded or corrected. */
    TIME_RECORDED(false),
    /** The customer was asked whether the solution works, or reminded. */
    VERIFICATION_ASKED(true),
    /** The customer confirmed or denied the solution. */
    VERIFICATION_ANSWERED(true),
    /** A survey was sent or answered. */
    SURVEY_CHANGED(false),
    /** A plugin did not answer, or left a remark of its own. */
    PLUGIN_REMARKED(false);

    private final boolean forCustomers;

    EventType(boolean forCustomers) {
        this.forCustomers = forCustomers;
    }

    /** Returns the name in the API and in the store, for example {@code ticket.opened}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /** Returns whether customers who see the ticket may learn of such an event. */
    public boolean forCustomers() {
        return forCustomers;
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field}
     */
    public static EventType of(String id, String field) {
        return Arrays.stream(values())
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        field,
                        "must be one of "
                                + Arrays.stream(values()).map(EventType::id).toList()));
    }
}
