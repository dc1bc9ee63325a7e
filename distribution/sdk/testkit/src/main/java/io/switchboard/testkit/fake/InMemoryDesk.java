package io.switchboard.testkit.fake;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.Desk;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.data.StandardLifecycle;
import io.switchboard.testkit.data.TicketBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A desk with the profile {@code standard}. It has no triage, no guards and no rights: a ticket is visible at once and
 * keeps the team it is given. A requester is looked up in the directory, and made with the given address if unknown there.
 */
public final class InMemoryDesk implements Desk {
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_REMARK = 2_000;
    private static final int LONGEST_THREAD = 500;

    private final Clock clock;
    private final InMemoryDirectory directory;
    private final InMemoryUploads uploads;
    private final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
    private final Map<TicketId, List<Message>> threads = new LinkedHashMap<>();
    private final Map<TicketId, List<String>> remarks = new LinkedHashMap<>();
    private long serial;

    /** Begins empty. */
    public InMemoryDesk(Clock clock, InMemoryDirectory directory, InMemoryUploads uploads) {
        this.clock = clock;
        this.directory = directory;
        this.uploads = uploads;
    }

    /** Begins empty, with a clock that stands still and nobody known. */
    public InMemoryDesk() {
        this(new MovableClock(), new InMemoryDirectory(), new InMemoryUploads(1 << 20));
    }

    /** Returns all tickets, in the order in which they were opened. */
    public synchronized List<Ticket> tickets() {
        return List.copyOf(tickets.values());
    }

    /** Returns the remarks left on a ticket, oldest first. */
    public synchronized List<String> remarks(TicketId ticket) {
        return List.copyOf(remarks.getOrDefault(ticket, List.of()));
    }

    /** Puts a ticket there as it is, in the place of one with the same id. */
    public synchronized void put(Ticket ticket) {
        tickets.put(ticket.id(), ticket);
    }

    @Override
    public synchronized Ticket open(NewTicket ticket) {
        Refusals.blank(ticket.subject(), "subject");
        Refusals.longer(ticket.subject(), LONGEST_SUBJECT, "subject");
        ExternalReference external = ticket.external();
        if (external != null && ticketByExternal(external).isPresent()) {
            throw new SwitchboardException(
                    ErrorCode.ALREADY_EXISTS, "there is a ticket of " + external.system() + " with this number");
        }
        Customer requester = customer(ticket.requester());
        Ticket opened = NewTickets.build(ticket, ++serial, requester, clock.instant());
        tickets.put(opened.id(), opened);
        if (!ticket.description().isBlank() || !ticket.attachments().isEmpty()) {
            PersonReference author = Samples.reference(requester);
            append(opened, author, NewTickets.firstMessage(ticket));
        }
        return opened;
    }

    @Override
    public synchronized Message post(TicketId ticket, NewMessage message) {
        Contact author = message.author();
        Ticket there = visible(ticket);
        PersonReference writer = author != null
                ? Samples.reference(customer(author))
                : message.kind() == MessageKind.CUSTOMER ? there.requester() : null;
        return post(there, writer, message);
    }

    @Override
    public synchronized Message postAs(TicketId ticket, PersonId person, NewMessage message) {
        Ticket there = visible(ticket);
        PersonReference participant = person.equals(there.requester().id())
                ? there.requester()
                : person.equals(there.submitter().id()) ? there.submitter() : null;
        if (participant == null) {
            throw SwitchboardException.notFound("ticket " + there.number());
        }
        return post(there, participant, message);
    }

    private Message post(Ticket ticket, @Nullable PersonReference author, NewMessage message) {
        if (message.attachments().isEmpty()) {
            Refusals.blank(message.body(), "body");
        }
        if (ticket.progress().status().equals(Status.ARCHIVED)) {
            throw new SwitchboardException(ErrorCode.TICKET_NOT_CHANGEABLE, ticket.number() + " is archived");
        }
        Message posted = append(ticket, author, message);
        Status then = message.thenStatus();
        if (then != null) {
            transition(ticket.id(), then, null, ticket.resolution());
        } else if (message.kind() == MessageKind.CUSTOMER && !message.automatic()) {
            comeBack(ticket);
        }
        return posted;
    }

    /** A customer who writes again has the desk look again. */
    private void comeBack(Ticket ticket) {
        Status status = ticket.progress().status();
        if (status.equals(Status.RESOLVED) || status.equals(Status.CLOSED)) {
            transition(ticket.id(), Status.REOPENED, "the customer wrote", null);
        } else if (ticket.progress().postponedUntil() != null) {
            change(ticket.id(), builder -> builder.postponedUntil(null));
        }
    }

    @Override
    public synchronized Ticket transition(
            TicketId ticket, Status to, @Nullable String reason, @Nullable Resolution resolution) {
        Ticket there = visible(ticket);
        List<Status> legal = StandardLifecycle.PROFILE.next(there.progress().status());
        if (!legal.contains(to)) {
            throw Refusals.conflict(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "from " + there.progress().status() + " it can only go to " + legal,
                    Map.of("legal", legal.stream().map(Status::id).toList()));
        }
        Resolution solved = resolution == null ? there.resolution() : resolution;
        return change(ticket, builder -> builder.move(to, clock.instant()).resolution(solved));
    }

    @Override
    public synchronized Ticket assign(
            TicketId ticket, @Nullable PersonId agent, @Nullable TeamId team, @Nullable String reason) {
        PersonReference person = agent == null
                ? null
                : directory
                        .agent(agent)
                        .map(Samples::reference)
                        .orElseThrow(() -> SwitchboardException.field("agent", "is not an agent of this desk"));
        var newTeam = team == null
                ? null
                : directory
                        .team(team)
                        .orElseThrow(() -> SwitchboardException.field("team", "is not a team of this desk"));
        return change(ticket, builder -> builder.assignee(person).team(newTeam));
    }

    @Override
    public synchronized Ticket edit(TicketId ticket, TicketPatch change, @Nullable String reason) {
        String subject = change.subject();
        if (subject != null) {
            Refusals.blank(subject, "subject");
            Refusals.longer(subject, LONGEST_SUBJECT, "subject");
        }
        return change(ticket, builder -> NewTickets.patch(builder, visible(ticket), change));
    }

    @Override
    public synchronized Ticket postpone(TicketId ticket, Instant until) {
        if (!until.isAfter(clock.instant())) {
            throw SwitchboardException.field("until", "must lie in the future");
        }
        return change(ticket, builder -> builder.postponedUntil(until));
    }

    @Override
    public synchronized void remark(TicketId ticket, String text) {
        Refusals.longer(text, LONGEST_REMARK, "text");
        remarks.computeIfAbsent(visible(ticket).id(), id -> new ArrayList<>()).add(text);
    }

    @Override
    public synchronized Optional<Ticket> ticket(TicketId id) {
        return Optional.ofNullable(tickets.get(id));
    }

    @Override
    public synchronized Optional<Ticket> ticketByNumber(String number) {
        return tickets.values().stream()
                .filter(ticket -> {
                    ExternalReference external = ticket.external();
                    return ticket.number().equals(number)
                            || (external != null && external.number().equals(number));
                })
                .findFirst();
    }

    @Override
    public synchronized Optional<Ticket> ticketByExternal(ExternalReference external) {
        return tickets.values().stream()
                .filter(ticket -> external.equals(ticket.external()))
                .findFirst();
    }

    @Override
    public synchronized List<Ticket> ticketsOf(PersonId requester, int limit) {
        return tickets.values().stream()
                .filter(ticket -> ticket.requester().id().equals(requester))
                .sorted(Comparator.comparing(Ticket::updatedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Message> thread(TicketId ticket, int limit) {
        Refusals.limit(limit, LONGEST_THREAD);
        return threads.getOrDefault(visible(ticket).id(), List.of()).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Message> customerThread(TicketId ticket, int limit) {
        Refusals.limit(limit, LONGEST_THREAD);
        return threads.getOrDefault(visible(ticket).id(), List.of()).stream()
                .filter(message -> message.kind() != MessageKind.NOTE)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<LifecycleProfile> lifecycle(String profile) {
        return Optional.of(StandardLifecycle.PROFILE)
                .filter(standard -> standard.id().equals(profile));
    }

    private Message append(Ticket ticket, @Nullable PersonReference author, NewMessage message) {
        List<Message> thread = threads.computeIfAbsent(ticket.id(), id -> new ArrayList<>());
        Message appended = new Message(
                SampleIds.message(++serial),
                ticket.id(),
                message.kind(),
                author,
                message.body(),
                message.format(),
                message.channel(),
                message.automatic(),
                message.attachments().stream()
                        .map(file -> uploads.file(file)
                                .orElseThrow(() -> SwitchboardException.field("attachments", "were not uploaded")))
                        .toList(),
                clock.instant());
        thread.add(appended);
        return appended;
    }

    private Ticket change(TicketId id, UnaryOperator<TicketBuilder> how) {
        Ticket before = visible(id);
        Ticket after = how.apply(TicketBuilder.of(before))
                .version(before.version() + 1)
                .times(before.createdAt(), clock.instant())
                .build();
        tickets.put(id, after);
        return after;
    }

    private Ticket visible(TicketId id) {
        return ticket(id).orElseThrow(() -> SwitchboardException.notFound("ticket " + id));
    }

    private Customer customer(Contact contact) {
        String email = contact.email();
        if (email == null && contact.phone() == null) {
            throw SwitchboardException.field("requester", "needs an address or a telephone number");
        }
        Optional<Customer> known = email == null ? Optional.empty() : directory.customerByEmail(email);
        return known.orElseGet(() -> {
            Customer made = NewTickets.customer(contact, ++serial);
            directory.add(made);
            return made;
        });
    }
}
