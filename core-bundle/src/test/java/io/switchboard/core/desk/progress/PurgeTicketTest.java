package io.switchboard.core.desk.progress;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.lineage.Survivors;
import io.switchboard.core.desk.relation.MergeTickets;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.feed.SqlFeedStore;
import io.switchboard.core.store.ticket.Tombstone;
import io.switchboard.core.store.triage.SqlExplanationStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trash, spam, and removing for good (ST3). */
class PurgeTicketTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private Caller administrator;
    private Caller customer;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        administrator = desk.administrator();
        customer = desk.customer();
        ticket = desk.open(customer);
    }

    @Test
    void customersDoNotSeeTheTrash() {
        dispose(Disposition.TRASH);
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(customer, ticket.id()));
        dispose(Disposition.NONE);
        assertThat(desk.read.ticket(customer, ticket.id()).progress().status())
                .isEqualTo(ticket.progress().status());
    }

    @Test
    void onlyWhatLiesInTheTrashIsRemovedForGood() {
        refused(ErrorCode.TICKET_NOT_CHANGEABLE, () -> purge(administrator));
        dispose(Disposition.TRASH);
        refused(ErrorCode.RIGHT_MISSING, () -> purge(desk.agent()));
        purge(administrator);
        refused(ErrorCode.PURGED, () -> desk.read.ticket(administrator, ticket.id()));
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(customer, ticket.id()));
    }

    @Test
    void aTombstoneTellsWhereTheHistoryEnded() {
        dispose(Disposition.SPAM);
        purge(administrator);
        Tombstone tombstone = STORE.transactions()
                .read(() -> desk.tickets.tombstone(ticket.id()))
                .orElseThrow();
        assertThat(desk.events(ticket.id())).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.TICKET_PURGED);
            assertThat(event.sequence()).isEqualTo(tombstone.lastSequence());
        });
        assertThat(STORE.transactions().read(() -> desk.threads.thread(Set.of(ticket.id()), true, null, 10)))
                .isEmpty();
    }

    @Test
    void aTimerOfARemovedTicketRingsInVain() {
        Instant until = desk.clock.now().plus(Duration.ofDays(1));
        desk.postpone.handle(administrator, ticket.id(), Precondition.any(), until);
        dispose(Disposition.TRASH);
        purge(administrator);
        desk.postpone.ring(ticket.id().toString(), until);
        refused(ErrorCode.PURGED, () -> desk.read.ticket(administrator, ticket.id()));
    }

    @Test
    void aSleepingTicketWakesAtItsTime() {
        Instant until = desk.clock.now().plus(Duration.ofDays(1));
        Ticket asleep = desk.postpone.handle(administrator, ticket.id(), Precondition.any(), until);
        assertThat(asleep.progress().postponedUntil()).isEqualTo(until);
        assertThat(desk.timers.due).containsEntry("wake-ticket " + ticket.id(), until);
        desk.postpone.ring(ticket.id().toString(), until);
        assertThat(desk.now(ticket.id()).progress().postponedUntil()).isEqualTo(until);
        desk.clock.moveBy(Duration.ofDays(2));
        desk.postpone.ring(ticket.id().toString(), until);
        assertThat(desk.now(ticket.id()).progress().postponedUntil()).isNull();
    }

    @Test
    void nothingIsLeftOfARemovedTicket() {
        TicketId id = ticket.id();
        var mappers = STORE.mappers();
        SqlExplanationStore explanations = new SqlExplanationStore(mappers);
        SqlFeedStore feed = new SqlFeedStore(mappers);
        Ticket other = desk.open(customer);
        desk.say(desk.agent(), ticket, MessageKind.NOTE, "canary");
        desk.postpone.handle(
                administrator, id, Precondition.any(), desk.clock.now().plus(Duration.ofDays(1)));
        STORE.transactions().write(() -> {
            explanations.put(id, "{}", desk.clock.now());
            desk.tickets.addParticipant(id, desk.person("cc"), "cc");
            return desk.links.add(new TicketLink(LinkKind.RELATED, id, other.id()));
        });
        dispose(Disposition.TRASH);
        purge(administrator);
        long last = desk.events(id).get(0).sequence();
        STORE.transactions().read(() -> {
            assertThat(explanations.find(id)).isEmpty();
            assertThat(desk.links.of(other.id())).isEmpty();
            feed.subscriptions()
                    .forEach(subscription -> assertThat(feed.rows(subscription.number(), Set.of(id), 100))
                            .allMatch(row -> row.sequence() == last));
            return id;
        });
        assertThat(desk.timers.due).isEmpty();
        assertThat(desk.events(id))
                .allMatch(event -> event.changes().isEmpty() && event.data().isEmpty() && event.reason() == null);
    }

    @Test
    void whatOthersAreMergedIntoIsNotRemovedBeforeThem() {
        Ticket twin = desk.open(customer);
        MergeTickets merge = new MergeTickets(
                STORE.transactions(), desk.changes, desk.read, new Survivors(STORE.transactions(), desk.tickets));
        merge.merge(administrator, twin.id(), Precondition.any(), ticket.id());
        dispose(Disposition.TRASH);
        refused(ErrorCode.IN_USE, () -> purge(administrator));
        merge.unmerge(administrator, twin.id(), Precondition.any());
        purge(administrator);
    }

    @Test
    void theEndOfAConfidentialTicketIsForThoseOnlyWhoMayKnowOfIt() {
        desk.changes.change(administrator, ticket.id(), Precondition.any(), edit -> {
            edit.draft().confidential(true);
            return true;
        });
        Ticket ordinary = desk.open(customer);
        for (Ticket one : List.of(ticket, ordinary)) {
            desk.dispose.handle(Caller.system("test"), one.id(), Precondition.any(), Disposition.SPAM, null);
            desk.purge.handle(Caller.system("test"), one.id(), Precondition.any());
        }
        var standing = STORE.transactions().read(() -> desk.history.standing(Set.of(ticket.id(), ordinary.id())));
        assertThat(standing.get(ticket.id()).confidential()).isTrue();
        assertThat(standing.get(ordinary.id()).confidential()).isFalse();
    }

    @Test
    void whatComesBackFromSpamIsTriagedAgainAndWhatComesFromTheTrashIsNot() {
        dispose(Disposition.TRASH);
        dispose(Disposition.NONE);
        assertThat(desk.now(ticket.id()).progress().triage()).isEqualTo(TriageState.DONE);
        dispose(Disposition.SPAM);
        dispose(Disposition.NONE);
        assertThat(desk.now(ticket.id()).progress().triage()).isEqualTo(TriageState.PENDING);
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(desk.agent(), ticket.id()));
        desk.triaged(ticket);
        desk.read.ticket(desk.agent(), ticket.id());
    }

    @Test
    void whoMayNotTrashTrashesNothing() {
        Caller reader = Caller.person(desk.person("reader"), Set.of(Right.TICKET_READ_ALL), "api");
        refused(
                ErrorCode.RIGHT_MISSING,
                () -> desk.dispose.handle(reader, ticket.id(), Precondition.any(), Disposition.TRASH, null));
    }

    private void dispose(Disposition disposition) {
        desk.dispose.handle(administrator, ticket.id(), Precondition.any(), disposition, null);
    }

    private void purge(Caller caller) {
        desk.purge.handle(caller, ticket.id(), Precondition.any());
    }
}
