package io.switchboard.testkit.fake;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.Desk.TicketPatch;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.people.Customer;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.data.TicketBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what is asked of the in-memory desk into tickets and customers. */
final class NewTickets {
    private static final long FIRST_MADE_PERSON = 50_000;

    private NewTickets() {}

    static Ticket build(NewTicket wanted, long serial, Customer requester, Instant now) {
        TicketBuilder builder = Samples.ticket(serial)
                .subject(wanted.subject())
                .description(wanted.description())
                .requester(requester)
                .channel(wanted.channel())
                .type(orElse(wanted.type(), TicketType.OTHER))
                .about(wanted.category(), wanted.product())
                .severity(orElse(wanted.impact(), Level.MEDIUM), orElse(wanted.urgency(), Level.MEDIUM))
                .circumstances(wanted.circumstances())
                .tags(wanted.tags().toArray(new String[0]))
                .external(wanted.external())
                .times(now, now);
        Priority priority = wanted.priority();
        if (priority != null) {
            builder.priority(priority);
        }
        wanted.fields().forEach(builder::field);
        return builder.build();
    }

    static NewMessage firstMessage(NewTicket ticket) {
        return new NewMessage(
                MessageKind.CUSTOMER,
                ticket.description(),
                ticket.format(),
                ticket.attachments(),
                null,
                null,
                ticket.channel(),
                false);
    }

    static TicketBuilder patch(TicketBuilder builder, Ticket before, TicketPatch change) {
        builder.subject(orElse(change.subject(), before.subject()))
                .about(
                        latest(change.category(), before.classification().category()),
                        latest(change.product(), before.classification().product()))
                .tags(change.addTags(), change.removeTags())
                .expectation(
                        latest(change.expectedResolutionAt(), before.expectedResolutionAt()),
                        latest(change.nextUpdateDueAt(), before.nextUpdateDueAt()));
        change.fields().forEach(builder::field);
        return builder;
    }

    static Customer customer(Contact contact, long serial) {
        String name = contact.name();
        String found = name == null ? latest(contact.email(), contact.phone()) : name;
        return new Customer(
                SampleIds.person(FIRST_MADE_PERSON + serial),
                Objects.requireNonNull(found, "a contact has an address or a telephone number"),
                contact.email(),
                contact.phone(),
                null,
                false,
                null,
                null,
                Map.of());
    }

    private static <T> T orElse(@Nullable T value, T other) {
        return value == null ? other : value;
    }

    private static <T> @Nullable T latest(@Nullable T value, @Nullable T other) {
        return value == null ? other : value;
    }
}
