package io.switchboard.core.desk;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.ticket.StoredTicket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in the hands of a use case: locked, and seen by the caller. What is changed in the draft is recorded by
 * itself; what happened besides, such as a message, is recorded here.
 */
public final class TicketEdit {
    /**
     * Something that happened.
     *
     * @param elsewhere whether it only follows from a change of another ticket, and so may happen to any
     */
    public record Happening(
            EventType type,
            List<FieldChange> changes,
            @Nullable MessageId message,
            Map<String, String> data,
            boolean elsewhere) {}

    /** Returns something that happened, with the message concerned or null. */
    public static Happening happening(EventType type, @Nullable MessageId message, Map<String, String> data) {
        return new Happening(type, List.of(), message, data, false);
    }

    private final StoredTicket before;
    private final TicketDraft draft;
    private final Caller caller;
    private final Instant now;
    private final List<Happening> happenings = new ArrayList<>();
    private @Nullable String reason;
    private @Nullable TicketId mergedInto;
    private boolean redacts;
    private boolean looks;
    private boolean protects;

    TicketEdit(StoredTicket before, Caller caller, Instant now) {
        this.before = before;
        this.draft = new TicketDraft(before.ticket());
        this.caller = caller;
        this.now = now;
        this.mergedInto = before.mergedInto();
    }

    /** Returns the ticket before the change. */
    public Ticket before() {
        return before.ticket();
    }

    /** Returns what may be changed. */
    public TicketDraft draft() {
        return draft;
    }

    /** Returns the ticket as it stands in the draft. */
    public Ticket ticket() {
        return draft.ticket();
    }

    /** Returns the persons in copy and the watchers. */
    public Set<PersonId> participants() {
        return before.participants();
    }

    /** Returns who changes it. */
    public Caller caller() {
        return caller;
    }

    /** Returns the time of the change. */
    public Instant now() {
        return now;
    }

    /** Says why; it stands at every event of the change. */
    public void because(@Nullable String why) {
        reason = why;
    }

    /** Records that something happened besides the changes of the draft. */
    public void record(EventType type, Map<String, String> data) {
        happenings.add(happening(type, null, data));
    }

    /** Records what follows here from a change of another ticket, however this one stands. */
    public void recordElsewhere(EventType type, Map<String, String> data) {
        happenings.add(new Happening(type, List.of(), null, data, true));
    }

    /** Records that something was said. */
    public void said(EventType type, MessageId message, Map<String, String> data) {
        happenings.add(happening(type, message, data));
    }

    /** Records that something happened to a thing inside the ticket, such as a task. */
    public void record(EventType type, List<FieldChange> changes, Map<String, String> data) {
        happenings.add(new Happening(type, changes, null, data, false));
    }

    /** Says in which ticket the matter goes on, or null after a merge is taken back. */
    public void mergedInto(@Nullable TicketId survivor) {
        mergedInto = survivor;
    }

    /** Returns in which ticket the matter goes on, or null if it goes on here. */
    public @Nullable TicketId mergedInto() {
        return mergedInto;
    }

    /**
     * Says that words are taken out of the ticket for good: the history says so, and not what they were, which it would
     * keep. The ticket gets a new version and stays as old as it was.
     */
    public void redact() {
        redacts = true;
        record(EventType.TICKET_REDACTED, Map.of());
    }

    boolean redacts() {
        return redacts;
    }

    /** Records that the caller looked at it: a line of the history, however it stands, that leaves it as old as it was. */
    public void looked() {
        looks = true;
        recordElsewhere(EventType.TICKET_CONFIDENTIAL_READ, Map.of());
    }

    /** Returns whether it stays as old as it was. */
    boolean staysAsOld() {
        return redacts || looks;
    }

    /** Says that the change has fewer people see the ticket, which may happen however it stands. */
    public void protect() {
        protects = true;
    }

    boolean protects() {
        return protects;
    }

    StoredTicket stored() {
        return before;
    }

    List<Happening> happenings() {
        return happenings;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
