package io.switchboard.core.desk;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.bulk.ChangeMany;
import io.switchboard.core.desk.bulk.ChangeMany.Change;
import io.switchboard.core.desk.lineage.Survivors;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.EditTicket;
import io.switchboard.core.desk.relation.ChainTicket;
import io.switchboard.core.desk.relation.ChangeParticipants;
import io.switchboard.core.desk.relation.LinkTickets;
import io.switchboard.core.desk.relation.MergeTickets;
import io.switchboard.core.store.StoreTestbed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may happen to a ticket that stands aside: archived, spam, trash, merged (ST3, CH4). */
class AsideTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private ShelfBench shelf;
    private DeskBench desk;
    private Caller agent;
    private MergeTickets merge;

    @BeforeEach
    void begin() {
        shelf = new ShelfBench(STORE);
        desk = shelf.desk;
        agent = desk.agent();
        merge = new MergeTickets(
                STORE.transactions(), desk.changes, desk.read, new Survivors(STORE.transactions(), desk.tickets));
    }

    @ParameterizedTest
    @EnumSource(Aside.class)
    void nothingElseCanBeDoneToIt(Aside aside) {
        Ticket ticket = standing(aside);
        Map<String, Runnable> acts = acts(ticket);
        if (aside == Aside.MERGED) {
            acts.keySet().removeAll(Set.of("reply", "note"));
        }
        acts.forEach((name, act) -> assertThat(refused(ErrorCode.TICKET_NOT_CHANGEABLE, act::run))
                .as(name)
                .hasMessageContaining(
                        aside == Aside.TRASH ? "trash" : aside.name().toLowerCase()));
        assertThat(desk.now(ticket.id())).isEqualTo(ticket);
        assertThat(STORE.transactions().read(() -> desk.links.of(ticket.id()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Aside.class)
    void ofManyTicketsItIsRefusedByItself(Aside aside) {
        Ticket ticket = standing(aside);
        Ticket other = desk.open(desk.customer());
        ChangeMany many = new ChangeMany(desk.edit, desk.assign, desk.transition, desk.dispose, shelf.apply);
        ChangeMany.Summary summary = many.handle(
                agent,
                List.of(
                        new ChangeMany.Seen(ticket.id(), ticket.version()),
                        new ChangeMany.Seen(other.id(), other.version())),
                new Change.Assign(agent.person(), null),
                null);
        assertThat(summary.changed()).extracting(Ticket::id).containsExactly(other.id());
        assertThat(summary.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.why().code()).isEqualTo(ErrorCode.TICKET_NOT_CHANGEABLE));
    }

    @ParameterizedTest
    @EnumSource(Aside.class)
    void itIsStillFound(Aside aside) {
        Ticket ticket = standing(aside);
        assertThat(desk.read.ticket(agent, ticket.id())).isEqualTo(ticket);
        assertThat(desk.thread.handle(agent, ticket.id(), null, 10)).isNotEmpty();
    }

    @Test
    void anArchivedTicketGoesToTheTrashAndComesBackArchived() {
        Ticket ticket = standing(Aside.ARCHIVED);
        dispose(ticket, Disposition.TRASH);
        dispose(ticket, Disposition.NONE);
        assertThat(desk.now(ticket.id()).progress()).isEqualTo(ticket.progress());
    }

    @Test
    void spamDoesNotBecomeTrashUnlessItIsRestored() {
        Ticket ticket = standing(Aside.SPAM);
        refused(ErrorCode.TICKET_NOT_CHANGEABLE, () -> dispose(ticket, Disposition.TRASH));
        Ticket merged = standing(Aside.MERGED);
        refused(ErrorCode.TICKET_NOT_CHANGEABLE, () -> dispose(merged, Disposition.NONE));
    }

    @Test
    void thanksAreKeptWithAnArchivedTicket() {
        Caller customer = desk.customer();
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED, Status.CLOSED, Status.ARCHIVED);
        Ticket same = desk.say(customer, ticket, MessageKind.CUSTOMER, "Thank you!");
        assertThat(same.id()).isEqualTo(ticket.id());
        assertThat(desk.happened(ticket.id())).endsWith(EventType.MESSAGE_RECEIVED);
    }

    @Test
    void aMergeIsTakenBackThoughTheSurvivorIsArchivedMeanwhile() {
        Ticket twin = desk.open(desk.customer());
        Ticket survivor = desk.openIn(desk.customer(), Status.ASSIGNED);
        merge.merge(agent, twin.id(), Precondition.any(), survivor.id());
        for (Status status : List.of(Status.RESOLVED, Status.CLOSED, Status.ARCHIVED)) {
            desk.move(survivor, status);
        }
        Ticket back = merge.unmerge(agent, twin.id(), Precondition.any());
        assertThat(back.progress()).isEqualTo(twin.progress());
        assertThat(desk.happened(survivor.id())).contains(EventType.TICKET_UNMERGED);
    }

    @Test
    void whatIsDueWhileItLiesInTheTrashIsDoneWhenItComesBack() {
        Ticket ticket = desk.openIn(desk.customer(), Status.ASSIGNED);
        var until = desk.clock.now().plus(Duration.ofDays(1));
        desk.postpone.handle(agent, ticket.id(), Precondition.any(), until);
        dispose(ticket, Disposition.TRASH);
        desk.clock.moveBy(Duration.ofDays(2));
        desk.timers.due.clear();
        desk.postpone.ring(ticket.id().toString(), until);
        assertThat(desk.now(ticket.id()).progress().postponedUntil()).isEqualTo(until);
        dispose(ticket, Disposition.NONE);
        assertThat(desk.timers.due).containsEntry("wake-ticket " + ticket.id(), until);
        desk.postpone.ring(ticket.id().toString(), until);
        assertThat(desk.now(ticket.id()).progress().postponedUntil()).isNull();
    }

    private Ticket standing(Aside aside) {
        Ticket ticket = aside == Aside.ARCHIVED
                ? desk.openIn(desk.customer(), Status.ASSIGNED, Status.RESOLVED, Status.CLOSED, Status.ARCHIVED)
                : desk.openIn(desk.customer(), Status.ASSIGNED);
        switch (aside) {
            case ARCHIVED -> {}
            case SPAM -> dispose(ticket, Disposition.SPAM);
            case TRASH -> dispose(ticket, Disposition.TRASH);
            case MERGED ->
                merge.merge(
                        agent,
                        ticket.id(),
                        Precondition.any(),
                        desk.open(desk.customer()).id());
        }
        return desk.now(ticket.id());
    }

    private void dispose(Ticket ticket, Disposition to) {
        desk.dispose.handle(agent, ticket.id(), Precondition.any(), to, null);
    }

    private Map<String, Runnable> acts(Ticket ticket) {
        var transactions = STORE.transactions();
        Ticket other = desk.open(desk.customer());
        LinkTickets link = new LinkTickets(transactions, desk.changes, desk.read, desk.tickets, desk.links);
        ChainTicket chain = new ChainTicket(desk.changes, desk.branch, desk.threads, desk.numbers, STORE.ids());
        ChangeParticipants participants = new ChangeParticipants(
                transactions, desk.changes, desk.read, desk.tickets, desk.persons, desk.contacts);
        Precondition any = Precondition.any();
        Map<String, Runnable> acts = new LinkedHashMap<>();
        acts.put("reply", () -> desk.say(agent, ticket, MessageKind.REPLY, "Hello?"));
        acts.put("note", () -> desk.say(agent, ticket, MessageKind.NOTE, "Hm"));
        acts.put("edit", () -> desk.edit.handle(agent, ticket.id(), any, EditTicket.Patch.subject("Other"), null));
        acts.put(
                "assign",
                () -> desk.assign.handle(
                        agent, new AssignTicket.Command(ticket.id(), any, agent.person(), null, null)));
        acts.put("link", () -> link.link(agent, new TicketLink(LinkKind.RELATED, other.id(), ticket.id())));
        acts.put(
                "chain",
                () -> chain.handle(agent, new ChainTicket.Command(ticket.id(), "Next", "too", BodyFormat.TEXT)));
        acts.put(
                "add somebody",
                () -> participants.add(agent, ticket.id(), desk.person("cc"), null, ChangeParticipants.Kind.CC));
        acts.put(
                "postpone",
                () -> desk.postpone.handle(
                        agent, ticket.id(), any, desk.clock.now().plusSeconds(60)));
        acts.put("merge away", () -> merge.merge(agent, ticket.id(), any, other.id()));
        if (!ticket.progress().status().equals(Status.ARCHIVED)) {
            acts.put(
                    "move",
                    () -> desk.transition.handle(
                            agent,
                            new TransitionTicket.Command(ticket.id(), any, Status.IN_PROGRESS, null, null, null)));
        }
        return acts;
    }
}
