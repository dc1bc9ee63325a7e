package io.switchboard.core.desk.notification;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.notification.Occasion;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.delivery.Couriers;
import io.switchboard.core.delivery.Letter;
import io.switchboard.core.delivery.Outgoing;
import io.switchboard.core.desk.conversation.PlainBody;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.template.NoticeText;
import io.switchboard.core.desk.template.NoticeTexts;
import io.switchboard.core.desk.template.NoticeTexts.Said;
import io.switchboard.core.people.directory.Preferences.Way;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.timing.DeskClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells people of a ticket, each by the ways they chose: by a letter in their language and outside their quiet hours, and
 * those of the desk inside it. Each is told of an event once, however often that is asked for: a letter has an id that follows
 * from the event and the person. What is older than a letter is worth is told nobody any more, so that a plugin which was away
 * for a week does not flood mailboxes.
 */
@Component(service = TellPeople.class)
public final class TellPeople {
    private static final String PURPOSE = "notice";
    private static final Duration WORTH = Duration.ofDays(3);
    private static final Set<ErrorCode> GONE = EnumSet.of(ErrorCode.NOT_FOUND, ErrorCode.PURGED);

    private final Transactions transactions;
    private final ReadTicket read;
    private final TicketStore tickets;
    private final ThreadStore threads;
    private final Audience audience;
    private final NoticeTexts texts;
    private final Couriers couriers;
    private final Outgoing outgoing;
    private final Notify notify;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public TellPeople(
            @Reference Transactions transactions,
            @Reference ReadTicket read,
            @Reference TicketStore tickets,
            @Reference ThreadStore threads,
            @Reference Audience audience,
            @Reference NoticeTexts texts,
            @Reference Couriers couriers,
            @Reference Outgoing outgoing,
            @Reference Notify notify,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.read = read;
        this.tickets = tickets;
        this.threads = threads;
        this.audience = audience;
        this.texts = texts;
        this.couriers = couriers;
        this.outgoing = outgoing;
        this.notify = notify;
        this.clock = clock;
    }

    /** Tells people, and returns how many. */
    public int handle(Caller caller, TicketEvent event, Occasion occasion) {
        if (event.at().isBefore(clock.now().minus(WORTH))) {
            return 0;
        }
        Ticket ticket = seen(caller, event);
        if (ticket == null || !tellable(ticket)) {
            return 0;
        }
        Optional<MessageRow> message = message(event, ticket);
        if (needs(occasion)
                && message.filter(row -> row.kind() == kind(occasion)).isEmpty()) {
            return 0;
        }
        List<Audience.Listener> listeners =
                transactions.read(() -> audience.of(people(ticket, event, occasion), event, occasion));
        int told = 0;
        for (Audience.Listener listener : listeners) {
            told += tell(ticket, event, occasion, message.orElse(null), listener) ? 1 : 0;
        }
        return told;
    }

    private @Nullable Ticket seen(Caller caller, TicketEvent event) {
        try {
            return read.ticket(caller, event.ticket());
        } catch (SwitchboardException refused) {
            if (GONE.contains(refused.code())) {
                return null;
            }
            throw refused;
        }
    }

    private static boolean tellable(Ticket ticket) {
        return ticket.progress().disposition() == Disposition.NONE
                && ticket.progress().triage() != TriageState.PENDING
                && !ticket.imported();
    }

    private Optional<MessageRow> message(TicketEvent event, Ticket ticket) {
        MessageId id = event.message();
        return id == null
                ? Optional.empty()
                : transactions
                        .read(() -> threads.message(id))
                        .filter(row -> row.ticketId().equals(ticket.id()) && !row.automatic());
    }

    private static boolean needs(Occasion occasion) {
        return occasion == Occasion.REPLIED || occasion == Occasion.ANSWERED;
    }

    private static MessageKind kind(Occasion occasion) {
        return occasion == Occasion.REPLIED ? MessageKind.REPLY : MessageKind.CUSTOMER;
    }

    private Set<PersonId> people(Ticket ticket, TicketEvent event, Occasion occasion) {
        Set<PersonId> people = new LinkedHashSet<>();
        PersonReference assignee = ticket.assignee();
        if (occasion.forCustomers()) {
            people.add(ticket.requester().id());
            if (occasion != Occasion.RECEIVED) {
                people.addAll(tickets.inCopy(ticket.id()));
            }
        } else if (assignee != null) {
            people.add(assignee.id());
        }
        if (occasion != Occasion.RECEIVED) {
            Audience.person(event).ifPresent(people::remove);
        }
        return people;
    }

    /** Couriers are asked before the transaction. */
    private boolean tell(
            Ticket ticket,
            TicketEvent event,
            Occasion occasion,
            @Nullable MessageRow message,
            Audience.Listener listener) {
        Address address = listener.address();
        boolean mailed = address != null && listener.ways().contains(Way.MAIL) && couriers.reach(address);
        boolean shown =
                !occasion.forCustomers() && listener.staff() && listener.ways().contains(Way.DESK);
        return transactions.write(() -> {
            boolean sent = address != null
                    && mailed
                    && outgoing.sendOnce(
                            letterId(event, listener.person()),
                            letter(ticket, occasion, message, listener, address),
                            ticket.id(),
                            listener.from());
            boolean put = shown
                    && notify.once(
                            listener.person(),
                            ticket.id(),
                            occasion == Occasion.ASSIGNED ? NoticeKind.ASSIGNED : NoticeKind.ANSWERED,
                            event);
            return sent || put;
        });
    }

    private Letter letter(
            Ticket ticket,
            Occasion occasion,
            @Nullable MessageRow message,
            Audience.Listener listener,
            Address address) {
        Said said = message == null
                ? Said.NOTHING
                : new Said(PlainBody.of(message.body(), message.format()), audience.name(message.author()));
        NoticeText text = texts.fill(occasion, listener.language(), ticket, said);
        return new Letter(PURPOSE, address, text.subject(), text.body(), WORTH);
    }

    private static UUID letterId(TicketEvent event, PersonId person) {
        return UUID.nameUUIDFromBytes((event.id() + "/" + person).getBytes(StandardCharsets.UTF_8));
    }
}
