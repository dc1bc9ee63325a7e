package io.switchboard.core.desk.relation;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.conversation.PostMessage;
import io.switchboard.core.desk.lineage.Survivors;
import io.switchboard.core.store.StoreTestbed;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links, chains, merging, splitting, follow-ups and participants (CH1, CH3, CH4, ST6, IN10). */
class RelationsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private LinkTickets link;
    private MergeTickets merge;
    private SplitTicket split;
    private ChangeParticipants participants;
    private Caller customer;
    private Caller agent;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        var transactions = STORE.transactions();
        link = new LinkTickets(transactions, desk.changes, desk.read, desk.tickets, desk.links);
        merge = new MergeTickets(transactions, desk.changes, desk.read, new Survivors(transactions, desk.tickets));
        split = new SplitTicket(desk.changes, desk.branch, desk.tickets, desk.threads, desk.numbers);
        participants = new ChangeParticipants(
                transactions, desk.changes, desk.read, desk.tickets, desk.persons, desk.contacts);
        customer = desk.customer();
        agent = desk.agent();
    }

    @Test
    void aLinkShowsOnBothTicketsAndInBothHistories() {
        Ticket report = desk.open(customer);
        Ticket incident = desk.open(desk.customer());
        TicketLink tie = new TicketLink(LinkKind.PARENT, report.id(), incident.id());
        link.link(agent, tie);
        assertThat(link.list(agent, incident.id())).singleElement().satisfies(found -> {
            assertThat(found.link()).isEqualTo(tie);
            assertThat(found.other().id()).isEqualTo(report.id());
        });
        assertThat(desk.happened(report.id())).contains(EventType.TICKET_LINKED);
        assertThat(desk.happened(incident.id())).contains(EventType.TICKET_LINKED);
        refused(ErrorCode.ALREADY_EXISTS, () -> link.link(agent, tie));
        link.unlink(agent, report.id(), Precondition.version(report.version()), tie);
        assertThat(link.list(agent, report.id())).isEmpty();
    }

    @Test
    void linksWithADirectionFormNoCircle() {
        Ticket one = desk.open(customer);
        Ticket two = desk.open(customer);
        Ticket three = desk.open(customer);
        link.link(agent, new TicketLink(LinkKind.PARENT, one.id(), two.id()));
        link.link(agent, new TicketLink(LinkKind.PARENT, two.id(), three.id()));
        refused(
                ErrorCode.WOULD_FORM_CYCLE,
                () -> link.link(agent, new TicketLink(LinkKind.PARENT, three.id(), one.id())));
        refused(
                ErrorCode.WOULD_FORM_CYCLE,
                () -> link.link(agent, new TicketLink(LinkKind.RELATED, one.id(), one.id())));
        link.link(agent, new TicketLink(LinkKind.RELATED, three.id(), one.id()));
        refused(
                ErrorCode.ALREADY_EXISTS,
                () -> link.link(agent, new TicketLink(LinkKind.RELATED, one.id(), three.id())));
    }

    @Test
    void aLinkTellsNobodyOfATicketTheyDoNotSee() {
        Ticket mine = desk.open(customer);
        Ticket others = desk.open(desk.customer());
        link.link(agent, new TicketLink(LinkKind.RELATED, mine.id(), others.id()));
        assertThat(link.list(customer, mine.id())).isEmpty();
        Ticket untriaged = desk.untriaged(desk.customer(), "New");
        refused(
                ErrorCode.NOT_FOUND,
                () -> link.link(agent, new TicketLink(LinkKind.RELATED, mine.id(), untriaged.id())));
        refused(
                ErrorCode.NOT_FOUND,
                () -> link.link(customer, new TicketLink(LinkKind.RELATED, mine.id(), others.id())));
    }

    @Test
    void aChainedTicketCarriesTheContextAndALifeOfItsOwn() {
        Ticket origin = desk.openIn(customer, Status.ASSIGNED, Status.IN_PROGRESS);
        ChainTicket chain = new ChainTicket(desk.changes, desk.branch, desk.threads, desk.numbers, STORE.ids());
        Ticket made =
                chain.handle(agent, new ChainTicket.Command(origin.id(), "And the scanner", "too", BodyFormat.TEXT));
        assertThat(made.requester()).isEqualTo(origin.requester());
        assertThat(made.classification()).isEqualTo(origin.classification());
        assertThat(made.progress().status()).isEqualTo(Status.NEW);
        assertThat(made.number()).isNotEqualTo(origin.number());
        desk.triaged(made);
        assertThat(link.list(customer, origin.id()))
                .extracting(LinkTickets.Tie::link)
                .containsExactly(new TicketLink(LinkKind.CHAINED, made.id(), origin.id()));
        assertThat(desk.now(made.id()).description()).isEqualTo("too");
    }

    @Test
    void mergeThenUnmergeGivesBackWhatWas() {
        Ticket twin = desk.openIn(customer, Status.ASSIGNED, Status.IN_PROGRESS);
        Ticket survivor = desk.open(customer);
        merge.merge(agent, twin.id(), Precondition.version(twin.version()), survivor.id());
        Ticket merged = desk.now(twin.id());
        assertThat(merged.progress().disposition()).isEqualTo(Disposition.MERGED);
        assertThat(desk.thread.handle(agent, survivor.id(), null, 10)).hasSize(2);
        refused(ErrorCode.STALE_VERSION, () -> merge.unmerge(agent, twin.id(), Precondition.version(twin.version())));
        Ticket back = merge.unmerge(agent, twin.id(), Precondition.version(merged.version()));
        assertThat(back.progress()).isEqualTo(twin.progress());
        assertThat(back.assignee()).isEqualTo(twin.assignee());
        assertThat(desk.thread.handle(agent, survivor.id(), null, 10)).hasSize(1);
        assertThat(desk.thread.handle(agent, twin.id(), null, 10)).hasSize(1);
        refused(ErrorCode.TICKET_NOT_CHANGEABLE, () -> merge.unmerge(agent, twin.id(), Precondition.any()));
    }

    @Test
    void aReplyToAMergedTicketReachesTheSurvivorHoweverOftenMerged() {
        Caller other = desk.customer();
        Ticket first = desk.open(other);
        Ticket second = desk.open(customer);
        Ticket third = desk.openIn(customer, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING_FOR_CUSTOMER);
        merge.merge(agent, first.id(), Precondition.any(), second.id());
        merge.merge(agent, second.id(), Precondition.any(), third.id());
        Ticket reached = desk.say(other, first, MessageKind.CUSTOMER, "Any news?");
        assertThat(reached.id()).isEqualTo(third.id());
        assertThat(reached.progress().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(bodies(agent, third)).contains("Any news?");
        assertThat(bodies(other, first)).contains("Any news?");
        assertThat(bodies(customer, third)).doesNotContain("Any news?");
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(other, third.id()));
    }

    @Test
    void mergesFormNoCircle() {
        Ticket one = desk.open(customer);
        Ticket two = desk.open(customer);
        refused(ErrorCode.WOULD_FORM_CYCLE, () -> merge.merge(agent, one.id(), Precondition.any(), one.id()));
        merge.merge(agent, one.id(), Precondition.any(), two.id());
        refused(ErrorCode.WOULD_FORM_CYCLE, () -> merge.merge(agent, two.id(), Precondition.any(), one.id()));
        Ticket three = desk.open(customer);
        assertThat(merge.merge(agent, three.id(), Precondition.any(), one.id()).id())
                .isEqualTo(two.id());
        refused(
                ErrorCode.TICKET_NOT_CHANGEABLE,
                () -> merge.merge(
                        agent, one.id(), Precondition.any(), desk.open(customer).id()));
    }

    @Test
    void messagesBecomeATicketOfTheirOwn() {
        Ticket ticket = desk.open(customer);
        desk.say(customer, ticket, MessageKind.CUSTOMER, "And the scanner is broken");
        desk.say(agent, ticket, MessageKind.NOTE, "He is right");
        List<Message> thread = desk.thread.handle(agent, ticket.id(), null, 10);
        Set<MessageId> moved = Set.of(thread.get(1).id(), thread.get(2).id());
        refused(
                ErrorCode.INVALID_FIELD,
                () -> split.handle(
                        agent,
                        new SplitTicket.Command(
                                ticket.id(),
                                Precondition.any(),
                                Set.of(thread.get(0).id()),
                                "Scanner")));
        refused(
                ErrorCode.INVALID_FIELD,
                () -> split.handle(
                        agent,
                        new SplitTicket.Command(
                                ticket.id(),
                                Precondition.any(),
                                Set.of(thread.get(2).id()),
                                "Scanner")));
        Ticket made = split.handle(agent, new SplitTicket.Command(ticket.id(), Precondition.any(), moved, "Scanner"));
        desk.triaged(made);
        assertThat(bodies(agent, made)).containsExactly("And the scanner is broken", "He is right");
        assertThat(bodies(agent, ticket)).containsExactly("It smokes");
        assertThat(desk.now(made.id()).description()).isEqualTo("And the scanner is broken");
        assertThat(desk.happened(ticket.id())).contains(EventType.TICKET_SPLIT);
    }

    @Test
    void aLateReplyMakesALinkedFollowUp() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        desk.clock.moveBy(Duration.ofDays(15));
        PostMessage.Posted posted = desk.post.handle(
                customer, ticket.id(), Precondition.any(), DeskBench.message(MessageKind.CUSTOMER, "It smokes again"));
        Ticket made = posted.ticket();
        assertThat(made.id()).isNotEqualTo(ticket.id());
        assertThat(made.requester()).isEqualTo(ticket.requester());
        assertThat(desk.now(ticket.id()).progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(desk.thread.message(customer, posted.message()).ticket()).isEqualTo(made.id());
        assertThat(link.list(agent, ticket.id())).isEmpty();
        desk.triaged(made);
        assertThat(link.list(agent, ticket.id())).hasSize(1);
    }

    @Test
    void lateThanksMakeNothing() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        desk.clock.moveBy(Duration.ofDays(15));
        Ticket same = desk.say(customer, ticket, MessageKind.CUSTOMER, "Thank you!");
        assertThat(same.id()).isEqualTo(ticket.id());
        assertThat(same.progress().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void anArchivedTicketIsFollowedUpAtOnce() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED, Status.CLOSED, Status.ARCHIVED);
        Ticket made = desk.say(customer, ticket, MessageKind.CUSTOMER, "It smokes again");
        assertThat(made.id()).isNotEqualTo(ticket.id());
        refused(ErrorCode.TICKET_NOT_CHANGEABLE, () -> desk.say(agent, ticket, MessageKind.NOTE, "Late note"));
    }

    @Test
    void whoIsInCopyTakesPart() {
        Ticket ticket = desk.open(customer);
        Caller colleague = desk.customer();
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(colleague, ticket.id()));
        refused(
                ErrorCode.RIGHT_MISSING,
                () -> participants.add(customer, ticket.id(), colleague.person(), null, ChangeParticipants.Kind.CC));
        participants.add(agent, ticket.id(), colleague.person(), null, ChangeParticipants.Kind.CC);
        desk.say(colleague, ticket, MessageKind.CUSTOMER, "Mine smokes too");
        PersonReference made = participants.add(
                agent,
                ticket.id(),
                null,
                new Contact("Cee", "cee." + ticket.id() + "@example.org", null),
                ChangeParticipants.Kind.WATCHER);
        assertThat(participants.list(agent, ticket.id()))
                .extracting(PersonReference::id)
                .containsExactlyInAnyOrder(made.id(), colleague.person());
        assertThat(participants.list(customer, ticket.id()))
                .as("who watches is not told to customers")
                .extracting(PersonReference::id)
                .containsExactly(colleague.person());
        participants.remove(colleague, ticket.id(), Precondition.any(), colleague.person());
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(colleague, ticket.id()));
        refused(
                ErrorCode.NOT_FOUND,
                () -> participants.remove(agent, ticket.id(), Precondition.any(), colleague.person()));
    }

    private List<String> bodies(Caller caller, Ticket ticket) {
        return desk.thread.handle(caller, ticket.id(), null, 10).stream()
                .map(Message::body)
                .toList();
    }
}
