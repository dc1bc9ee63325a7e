package io.switchboard.core.desk.intake;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.CatalogKind;
import io.switchboard.core.desk.configuration.PriorityMatrix;
import io.switchboard.core.desk.configuration.TypeProfiles;
import io.switchboard.core.desk.conversation.Attaching;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.people.Contacts;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.number.TicketNumbers;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens a ticket: ticket, message, history and feed in one transaction that runs no plugin's code (IN6 to IN9). */
@Component(service = OpenTicket.class)
public final class OpenTicket {
    private static final int TRIES = 3;

    private final Transactions transactions;
    private final TicketChanges changes;
    private final TicketStore tickets;
    private final ThreadStore threads;
    private final Contacts contacts;
    private final Channels channels;
    private final Catalog catalog;
    private final TicketNumbers numbers;
    private final TypeProfiles profiles;
    private final PriorityMatrix matrix;
    private final Lifecycle lifecycle;
    private final Attaching attaching;
    private final IdGenerator ids;
    private final DeskClock clock;
    private final IntakePace pace;

    /** Makes the use case. */
    @Activate
    public OpenTicket(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference TicketStore tickets,
            @Reference ThreadStore threads,
            @Reference Contacts contacts,
            @Reference Channels channels,
            @Reference Catalog catalog,
            @Reference TicketNumbers numbers,
            @Reference TypeProfiles profiles,
            @Reference PriorityMatrix matrix,
            @Reference Lifecycle lifecycle,
            @Reference Attaching attaching,
            @Reference IdGenerator ids,
            @Reference DeskClock clock,
            @Reference IntakePace pace) {
        this.transactions = transactions;
        this.changes = changes;
        this.tickets = tickets;
        this.threads = threads;
        this.contacts = contacts;
        this.channels = channels;
        this.catalog = catalog;
        this.numbers = numbers;
        this.profiles = profiles;
        this.matrix = matrix;
        this.lifecycle = lifecycle;
        this.attaching = attaching;
        this.ids = ids;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Opens a ticket.
     *
     * @throws SwitchboardException with {@code invalid-field} that names all that is wrong, {@code right-missing} if it
     *     is for somebody else, or has a channel or an external name that its own submitter may not give it, or {@code
     *     already-exists} if its external name is taken
     */
    public Ticket handle(Caller caller, NewTicket wanted) {
        check(wanted);
        demandOrigin(caller, wanted);
        channels.require(wanted.channel());
        catalog.require(CatalogKind.CATEGORY, wanted.category());
        catalog.require(CatalogKind.PRODUCT, wanted.product());
        String number = numbers.next();
        for (int attempt = 1; ; attempt++) {
            try {
                return pace.keep(
                        () -> transactions.write(() -> open(caller.through(wanted.channel()), wanted, number)));
            } catch (DuplicateKeyException raced) {
                refuseTaken(wanted.external());
                if (attempt == TRIES) {
                    throw new SwitchboardException(
                            ErrorCode.OVERLOADED, "The same contact is being made elsewhere; try again", raced);
                }
            }
        }
    }

    /**
     * Where a ticket comes from is for those to say who take in what others ask for: under a name of the monitoring a
     * customer's own ticket would swallow its alerts.
     */
    private static void demandOrigin(Caller caller, NewTicket wanted) {
        if (caller.person() != null
                && (wanted.external() != null || !caller.channel().equals(wanted.channel()))) {
            AccessPolicy.require(caller, Right.TICKET_OPEN_FOR_OTHERS);
        }
    }

    private static void check(NewTicket wanted) {
        Contact requester = wanted.requester();
        ExternalReference external = wanted.external();
        Limits limits = new Limits()
                .subject(wanted.subject())
                .body("description", wanted.description(), !wanted.attachments().isEmpty())
                .name("requester.name", requester.name())
                .text("requester.email", requester.email(), 254)
                .text("requester.phone", requester.phone(), 80)
                .path("category", wanted.category())
                .path("product", wanted.product())
                .text("errorMessages", wanted.circumstances().errorMessages(), Limits.TEXT)
                .items("affectedSystems", wanted.circumstances().affectedSystems())
                .text("userImpact", wanted.circumstances().userImpact(), Limits.TEXT)
                .tags("tags", wanted.tags())
                .fields(wanted.fields())
                .attachments(wanted.attachments());
        if (external != null) {
            limits.line("externalSystem", external.system(), 80).line("externalNumber", external.number(), 200);
        }
        limits.check();
    }

    private Ticket open(Caller caller, NewTicket wanted, String number) {
        Instant now = clock.now();
        Contacts.Found self = self(caller);
        Contacts.Found requester = requester(caller, self, wanted.requester(), now);
        PersonReference submitter = self == null ? requester.person() : self.person();
        TicketId id = new TicketId(ids.next());
        MessageId opening = new MessageId(ids.next());
        Classification classification = classification(wanted);
        String description = Bodies.toStore(wanted.description(), wanted.format());
        Ticket ticket = new Ticket(
                id,
                number,
                1,
                wanted.subject(),
                description,
                requester.person(),
                submitter,
                requester.organization(),
                wanted.channel(),
                classification,
                lifecycle.begin(profiles.of(classification.type()), now),
                null,
                null,
                wanted.circumstances(),
                null,
                List.of(),
                null,
                null,
                wanted.tags(),
                wanted.fields(),
                false,
                false,
                wanted.external(),
                now,
                now);
        threads.append(new MessageRow(
                opening,
                id,
                MessageKind.CUSTOMER,
                submitter.id(),
                description,
                wanted.format(),
                wanted.channel(),
                false,
                now));
        attaching.bind(caller, wanted.attachments(), id, opening);
        StoredTicket fresh = new StoredTicket(ticket, Set.of(), opening, null, 0, HistoryRow.BEGINNING);
        return changes.add(
                fresh,
                caller,
                List.of(TicketEdit.happening(EventType.TICKET_OPENED, opening, Map.of("given", given(wanted)))));
    }

    /** Returns the person who calls, or null if it is no person. */
    private Contacts.@Nullable Found self(Caller caller) {
        PersonId person = caller.person();
        if (person == null) {
            return null;
        }
        AccessPolicy.require(caller, Right.TICKET_OPEN);
        return contacts.find(person).orElseThrow(() -> SwitchboardException.notFound("person"));
    }

    private Contacts.Found requester(Caller caller, Contacts.@Nullable Found self, Contact contact, Instant now) {
        if (self == null) {
            if (caller.known()) {
                AccessPolicy.require(caller, Right.TICKET_OPEN_FOR_OTHERS);
            }
            return contacts.findOrMake(contact, "requester", now);
        }
        if (contact.email() == null && contact.phone() == null) {
            return self;
        }
        Contacts.Found meant = contacts.findOrMake(contact, "requester", now);
        if (!meant.person().id().equals(self.person().id())) {
            AccessPolicy.require(caller, Right.TICKET_OPEN_FOR_OTHERS);
        }
        return meant;
    }

    /** Names the parts of the classification that were told, which triage therefore leaves as they are. */
    private static String given(NewTicket wanted) {
        List<String> given = new ArrayList<>();
        if (wanted.type() != null) {
            given.add("type");
        }
        if (wanted.impact() != null) {
            given.add("impact");
        }
        if (wanted.urgency() != null) {
            given.add("urgency");
        }
        return String.join(",", given);
    }

    private Classification classification(NewTicket wanted) {
        Level impact = orElse(wanted.impact(), Level.MEDIUM);
        Level urgency = orElse(wanted.urgency(), Level.MEDIUM);
        Priority priority = wanted.priority();
        return new Classification(
                orElse(wanted.type(), TicketType.OTHER),
                wanted.category(),
                wanted.product(),
                impact,
                urgency,
                priority == null ? matrix.of(impact, urgency) : priority,
                priority != null);
    }

    private void refuseTaken(@Nullable ExternalReference external) {
        if (external == null) {
            return;
        }
        boolean taken = transactions.read(
                () -> tickets.byExternal(external.system(), external.number()).isPresent());
        if (taken) {
            throw new SwitchboardException(
                    ErrorCode.ALREADY_EXISTS,
                    "There is a ticket with the number " + external.number() + " of " + external.system());
        }
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
