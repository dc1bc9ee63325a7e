package io.switchboard.testkit.data;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import java.util.UUID;

/** Identifiers of the form that the desk makes (UUID of version 7), the same for the same number in every run. */
public final class SampleIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long FIRST_INSTANT = 1_767_225_600_000L;

    private SampleIds() {}

    /** Returns the identifier with this number; a greater number makes a greater identifier. */
    public static UUID uuid(long number) {
        return new UUID(((FIRST_INSTANT + number) << 16) | VERSION_7, VARIANT | number);
    }

    /** Returns the ticket id with this number. */
    public static TicketId ticket(long number) {
        return new TicketId(uuid(number));
    }

    /** Returns the person id with this number. */
    public static PersonId person(long number) {
        return new PersonId(uuid(number));
    }

    /** Returns the team id with this number. */
    public static TeamId team(long number) {
        return new TeamId(uuid(number));
    }

    /** Returns the organization id with this number. */
    public static OrganizationId organization(long number) {
        return new OrganizationId(uuid(number));
    }

    /** Returns the message id with this number. */
    public static MessageId message(long number) {
        return new MessageId(uuid(number));
    }

    /** Returns the event id with this number. */
    public static EventId event(long number) {
        return new EventId(uuid(number));
    }

    /** Returns the attachment id with this number. */
    public static AttachmentId attachment(long number) {
        return new AttachmentId(uuid(number));
    }
}
