package io.switchboard.testkit.data;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Team;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where test data begins: {@code Samples.ticket(1).subject("...").build()}. A number always gives the same ids. */
public final class Samples {
    /** The time at which test data happens: a Monday morning in UTC. */
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Samples() {}

    /** Begins a ticket. */
    public static TicketBuilder ticket(long serial) {
        return new TicketBuilder(serial);
    }

    /** Begins an agent. */
    public static AgentBuilder agent(long serial) {
        return new AgentBuilder(serial);
    }

    /** Begins a customer. */
    public static CustomerBuilder customer(long serial) {
        return new CustomerBuilder(serial);
    }

    /** Returns a team of the first tier. */
    public static Team team(long serial) {
        return new Team(SampleIds.team(serial), "Team " + serial, null, 1, false);
    }

    /** Returns a plain-text message of a ticket: by its requester, or by its agent if it is a reply or note. */
    public static Message message(long serial, Ticket ticket, MessageKind kind, String body) {
        PersonReference author = kind == MessageKind.CUSTOMER ? ticket.requester() : ticket.assignee();
        return new Message(
                SampleIds.message(serial),
                ticket.id(),
                kind,
                author,
                body,
                BodyFormat.TEXT,
                ticket.channel(),
                false,
                List.of(),
                ticket.createdAt().plusSeconds(serial));
    }

    /** Returns an event of a ticket, caused by its requester; the sequence is also its number. */
    public static TicketEvent event(Ticket ticket, long sequence, EventType type) {
        return new TicketEvent(
                SampleIds.event(ticket.id().value().getLeastSignificantBits() % 1_000_000 * 1_000 + sequence),
                ticket.id(),
                sequence,
                type,
                new Actor.Person(ticket.requester().id(), ticket.channel()),
                ticket.createdAt().plusSeconds(sequence),
                List.of(),
                null,
                null,
                Map.of());
    }

    /** Returns how a ticket shows an agent. */
    public static PersonReference reference(Agent agent) {
        return new PersonReference(agent.id(), agent.name(), agent.email(), false);
    }

    /** Returns how a ticket shows a customer. */
    public static PersonReference reference(Customer customer) {
        return new PersonReference(customer.id(), customer.name(), customer.email(), customer.vip());
    }
}
