package io.switchboard.api.desk;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The desk as a plugin may use it. Get it as an OSGi service; what is done through it stands in the history in the name
 * of the calling plugin.
 *
 * <p>Each call that changes something is one transaction with its history and events, and is durable when it returns. It
 * may be made from any thread but not from inside an Advisor or a Guard. All refusals are
 * {@link io.switchboard.api.error.SwitchboardException}s and change nothing. A plugin sees confidential tickets and those
 * that triage has not yet spoken about only if it opened them or was granted {@code ticket.confidential}.
 */
@ProviderType
public interface Desk {
    /** Opens a ticket. Returns it as committed, before triage. */
    Ticket open(NewTicket ticket);

    /** Posts a message. A customer's message may reopen the ticket, or open a linked follow-up that is then returned. */
    Message post(TicketId ticket, NewMessage message);

    /**
     * Moves a ticket along its lifecycle; guards are asked.
     *
     * @param reason why, for the history, or null
     * @param resolution how it was solved, needed where the lifecycle or a guard asks for it, or null
     */
    Ticket transition(TicketId ticket, Status to, @Nullable String reason, @Nullable Resolution resolution);

    /**
     * Gives a ticket to an agent, a team, or both. Without an agent it is taken from whom it had; without a team it stays
     * with the team it has.
     */
    Ticket assign(TicketId ticket, @Nullable PersonId agent, @Nullable TeamId team, @Nullable String reason);

    /** Changes what {@code change} names and leaves the rest. */
    Ticket edit(TicketId ticket, TicketPatch change, @Nullable String reason);

    /** Lets a ticket sleep until a time, when it wakes; a customer's message wakes it earlier. */
    Ticket postpone(TicketId ticket, Instant until);

    /** Leaves a remark of the plugin's own in the history, at most 2,000 characters; it is never shown to customers. */
    void remark(TicketId ticket, String text);

    /** Returns a ticket, or nothing if there is none for this plugin. */
    Optional<Ticket> ticket(TicketId id);

    /** Returns a ticket by its number or by its external name. */
    Optional<Ticket> ticketByNumber(String number);

    /** Returns the ticket that carries this name of another system. */
    Optional<Ticket> ticketByExternal(ExternalReference external);

    /**
     * Returns the tickets that a person asked for, of those that both they and this plugin see: the one that changed last first,
     * without spam, trash and merged ones.
     *
     * @param limit how many at most, up to 100
     */
    List<Ticket> ticketsOf(PersonId requester, int limit);

    /** Returns the thread from the oldest message on, internal notes included; at most {@code limit}, up to 500. */
    List<Message> thread(TicketId ticket, int limit);

    /** Returns what customers may read of the thread, from the oldest message on; at most {@code limit}, up to 500. */
    List<Message> customerThread(TicketId ticket, int limit);

    /**
     * Posts a customer's message in the name of a participant, as when they answer through a private link.
     *
     * @param person a participant of the ticket
     */
    Message postAs(TicketId ticket, PersonId person, NewMessage message);

    /** Returns the lifecycle profile with this id, or nothing. */
    Optional<LifecycleProfile> lifecycle(String profile);

    /**
     * Which of a ticket's own fields to change; null leaves a field as it is.
     *
     * @param subject the new subject
     * @param category the new category's path
     * @param product the new product's id
     * @param addTags tags to add
     * @param removeTags tags to remove
     * @param fields additional fields to set, by name
     * @param expectedResolutionAt when the customer may expect a solution
     * @param nextUpdateDueAt when the customer is to hear next
     */
    record TicketPatch(
            @Nullable String subject,
            @Nullable String category,
            @Nullable String product,
            Set<String> addTags,
            Set<String> removeTags,
            Map<String, FieldValue> fields,
            @Nullable Instant expectedResolutionAt,
            @Nullable Instant nextUpdateDueAt) {
        /** Keeps copies. */
        public TicketPatch {
            addTags = Set.copyOf(addTags);
            removeTags = Set.copyOf(removeTags);
            fields = Map.copyOf(fields);
        }
    }
}
