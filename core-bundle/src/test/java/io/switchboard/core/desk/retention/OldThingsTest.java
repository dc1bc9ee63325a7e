package io.switchboard.core.desk.retention;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.history.VerifyHistory;
import io.switchboard.core.desk.progress.LeftFiles;
import io.switchboard.core.desk.retention.OldThings.Looked;
import io.switchboard.core.desk.retention.RetentionRules.Action;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.retention.OldTicket;
import io.switchboard.core.store.retention.SqlRetentionStore;
import io.switchboard.core.store.triage.SqlExplanationStore;
import io.switchboard.core.store.work.TimeRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken because it was kept long enough. */
class OldThingsTest {
    private static final Caller DESK = Caller.timer("retention");

    private final StoreTestbed store = StoreTestbed.hsqldb();
    private DeskBench desk;
    private OldThings old;
    private EmptyTicket empty;

    @BeforeEach
    void begin() {
        store.open();
        desk = new DeskBench(store);
        SqlRetentionStore retention = new SqlRetentionStore(store.mappers());
        old = new OldThings(store.transactions(), retention, new SqlAuditStore(store.mappers()));
        empty = new EmptyTicket(
                desk.changes,
                desk.tickets,
                desk.threads,
                desk.historyStore,
                new SqlExplanationStore(store.mappers()),
                retention,
                new LeftFiles(store.transactions()),
                desk.work,
                desk.clock);
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void anArchivedTicketIsOldOnceNothingHappenedToItForLong() {
        Ticket ticket = archived();
        Instant then = desk.now(ticket.id()).updatedAt();
        assertThat(tickets(Action.PURGE, then)).isEmpty();
        assertThat(tickets(Action.PURGE, then.plusMillis(1)))
                .extracting(OldTicket::number)
                .containsExactly(ticket.number());
    }

    @Test
    void whatIsTakenForGoodLeavesATombstoneWhereverItStands() {
        Ticket ticket = archived();
        Instant later = later();
        store.transactions().write(() -> {
            desk.expire.handle(DESK, ticket.id(), later);
            return true;
        });
        assertThat(store.transactions().read(() -> desk.tickets.tombstone(ticket.id())))
                .isPresent();
        assertThat(tickets(Action.PURGE, later)).isEmpty();
        sound();
    }

    @Test
    void whatIsEmptiedHasNoWordsAndIsFoundOnceOnly() {
        Ticket ticket = archived();
        Instant then = desk.now(ticket.id()).updatedAt();
        desk.clock.moveBy(Duration.ofDays(9));
        Instant later = later();
        store.transactions().write(() -> {
            desk.times.insert(new TimeRow(
                    store.ids().next(),
                    ticket.id(),
                    desk.person("agent"),
                    30,
                    then,
                    "work",
                    "talked to Ada",
                    null,
                    1,
                    then,
                    then));
            empty.handle(DESK, ticket.id(), later);
            return true;
        });
        assertThat(store.transactions().read(() -> desk.times.of(List.of(ticket.id()))))
                .singleElement()
                .satisfies(time -> {
                    assertThat(time.note()).isNull();
                    assertThat(time.minutes()).isEqualTo(30);
                });
        Ticket now = desk.now(ticket.id());
        assertThat(List.of(now.subject(), now.description(), now.resolution().summary()))
                .containsOnly("[removed]");
        assertThat(now.updatedAt()).isEqualTo(then);
        assertThat(now.progress()).isEqualTo(ticket.progress());
        assertThat(desk.events(ticket.id()))
                .allSatisfy(event -> assertThat(event.reason()).isNull());
        assertThat(tickets(Action.EMPTY, later)).isEmpty();
        assertThat(tickets(Action.PURGE, later)).hasSize(1);
        sound();
    }

    @Test
    void whatSomethingHappensToMeanwhileIsPassedOver() {
        Ticket ticket = archived();
        Instant then = desk.now(ticket.id()).updatedAt();
        for (Runnable late : List.<Runnable>of(
                () -> desk.expire.handle(DESK, ticket.id(), then), () -> empty.handle(DESK, ticket.id(), then))) {
            refused(
                    ErrorCode.TICKET_NOT_CHANGEABLE,
                    () -> store.transactions().write(() -> {
                        late.run();
                        return true;
                    }));
        }
        assertThat(desk.now(ticket.id()).subject()).isEqualTo("Printer");
    }

    @Test
    void trashIsNoSpam() {
        Ticket ticket = desk.open(desk.customer());
        desk.dispose.handle(Caller.system("test"), ticket.id(), Precondition.any(), Disposition.TRASH, null);
        assertThat(old.tickets(Subject.TRASH, Action.PURGE, later(), null, 9)).hasSize(1);
        assertThat(old.tickets(Subject.SPAM, Action.PURGE, later(), null, 9)).isEmpty();
    }

    @Test
    void whoDidSomethingLatelyIsNotForgotten() {
        Caller busy = desk.customer();
        Caller idle = desk.customer();
        desk.audit.record(busy, AuditKind.SESSION_BEGUN, "person:" + busy.person());
        Instant later = later();
        Instant real = Instant.now().minusSeconds(60);
        desk.sql("update person set created_at = '2020-01-01 00:00:00+0:00', updated_at = '2020-01-01 00:00:00+0:00'");
        Looked looked = old.customers(real, null);
        assertThat(looked.last()).isNull();
        assertThat(looked.unused()).contains(idle.person()).doesNotContain(busy.person());
        assertThat(old.customers(later.plus(Duration.ofDays(40_000)), null).unused())
                .contains(idle.person(), busy.person());
    }

    private Ticket archived() {
        Caller customer = desk.customer();
        Ticket ticket = desk.open(customer);
        desk.say(customer, ticket, MessageKind.CUSTOMER, "It still smokes");
        for (Status status : List.of(Status.ASSIGNED, Status.RESOLVED, Status.CLOSED, Status.ARCHIVED)) {
            ticket = desk.move(ticket, status);
        }
        return ticket;
    }

    private List<OldTicket> tickets(Action action, Instant before) {
        return old.tickets(Subject.TICKETS, action, before, null, 9);
    }

    private Instant later() {
        return desk.clock.now().plus(Duration.ofDays(1));
    }

    private void sound() {
        assertThat(new VerifyHistory(store.transactions(), desk.tickets, desk.historyStore).handle(count -> {}))
                .isInstanceOf(VerifyHistory.Finding.Sound.class);
    }
}
