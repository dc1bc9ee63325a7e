package io.switchboard.core.desk.relation;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.people.Contacts;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.ticket.TicketStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says who takes part in a ticket besides requester and submitter. Only somebody of the desk lets others join. */
@Component(service = ChangeParticipants.class)
public final class ChangeParticipants {
    private static final int MOST = 100;

    private final Transactions transactions;
    private final TicketChanges changes;
    private final ReadTicket read;
    private final TicketStore tickets;
    private final PersonStore persons;
    private final Contacts contacts;

    /** Makes the use case. */
    @Activate
    public ChangeParticipants(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference TicketStore tickets,
            @Reference PersonStore persons,
            @Reference Contacts contacts) {
        this.transactions = transactions;
        this.changes = changes;
        this.read = read;
        this.tickets = tickets;
        this.persons = persons;
        this.contacts = contacts;
    }

    /** How somebody takes part. */
    public enum Kind {
        /** Gets what the requester gets. */
        CC,
        /** Is told, and writes nothing to them. */
        WATCHER;

        /** Returns the name in the API and in the store. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads the name in the API.
         *
         * @throws SwitchboardException with {@code invalid-field} naming {@code kind}
         */
        public static Kind of(String id) {
            for (Kind kind : values()) {
                if (kind.id().equals(id)) {
                    return kind;
                }
            }
            throw SwitchboardException.field("kind", "must be cc or watcher");
        }
    }

    /**
     * Returns who takes part, by name. Who watches is a matter of the desk, as the notes are that call them: a caller who does
     * not read notes is told of those in copy and of themselves alone.
     */
    public List<PersonReference> list(Caller caller, TicketId ticket) {
        return transactions.read(() -> persons.references(shown(caller, ticket)).values().stream()
                .sorted(Comparator.comparing(PersonReference::name).thenComparing(PersonReference::id))
                .toList());
    }

    private Set<PersonId> shown(Caller caller, TicketId ticket) {
        Set<PersonId> all = read.stored(caller, ticket).participants();
        if (AccessPolicy.readsNotes(caller)) {
            return all;
        }
        Set<PersonId> shown = new HashSet<>(tickets.inCopy(ticket));
        PersonId self = caller.person();
        if (self != null && all.contains(self)) {
            shown.add(self);
        }
        return shown;
    }

    /**
     * Adds somebody: a person that is known, or a contact.
     *
     * @throws SwitchboardException with {@code invalid-field} if neither is given or the person is unknown
     */
    public PersonReference add(
            Caller caller, TicketId ticket, @Nullable PersonId person, @Nullable Contact contact, Kind kind) {
        if (contact != null) {
            new Limits()
                    .name("name", contact.name())
                    .text("email", contact.email(), 254)
                    .check();
        }
        return changes.change(caller, ticket, Precondition.any(), edit -> {
                    AccessPolicy.require(caller, Right.TICKET_EDIT);
                    if (edit.participants().size() >= MOST) {
                        throw SwitchboardException.field("person", "cannot join: " + MOST + " take part already");
                    }
                    PersonReference joined = person(person, contact, edit.now());
                    tickets.addParticipant(ticket, joined.id(), kind.id());
                    transactions.made(joined.id());
                    edit.record(
                            EventType.PARTICIPANT_CHANGED,
                            Map.of("person", joined.id().toString(), "joined", kind.id()));
                    return joined;
                })
                .value();
    }

    private PersonReference person(@Nullable PersonId person, @Nullable Contact contact, Instant now) {
        if (person != null) {
            return contacts.find(person)
                    .map(Contacts.Found::person)
                    .orElseThrow(() -> SwitchboardException.field("person", "must be a person of this desk"));
        }
        if (contact == null) {
            throw SwitchboardException.field("person", "must be given, or an email address");
        }
        return contacts.findOrMake(contact, "participant", now).person();
    }

    /** Removes somebody; whoever takes part may leave by themselves. */
    public void remove(Caller caller, TicketId ticket, Precondition precondition, PersonId person) {
        changes.change(caller, ticket, precondition, edit -> {
            if (!person.equals(caller.person())) {
                AccessPolicy.require(caller, Right.TICKET_EDIT);
            }
            if (!tickets.removeParticipant(ticket, person)) {
                throw SwitchboardException.notFound("participant");
            }
            edit.record(EventType.PARTICIPANT_CHANGED, Map.of("person", person.toString(), "left", "true"));
            return person;
        });
    }
}
