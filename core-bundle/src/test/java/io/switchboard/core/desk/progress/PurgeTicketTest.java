package io.switchboard.core.desk.progress;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.ticket.Tombstone;
import java.time.Duration;
import java.time.Instant;
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
