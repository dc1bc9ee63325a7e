package io.switchboard.core.store.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.link.SqlLinkStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of broadcasts does. */
interface BroadcastStoreContract {
    StoreTestbed testbed();

    private BroadcastStore testee() {
        return new SqlBroadcastStore(testbed().mappers());
    }

    @Test
    default void itReachesTheReportsThatTheIncidentHasNow() {
        TicketId incident = ticket();
        List<TicketId> reports =
                Stream.of(report(incident), report(incident)).sorted().toList();
        link(incident, LinkKind.PARENT, ticket());
        link(ticket(), LinkKind.RELATED, incident);
        BroadcastRow row = row(incident);

        assertThat(run(() -> testee().insert(row))).isEqualTo(2);
        report(incident);
        assertThat(run(() -> testee().find(row.id()))).contains(row);
        assertThat(run(() -> testee().pending(row.id(), null, 9))).containsExactlyElementsOf(reports);
        assertThat(run(() -> testee().pending(row.id(), null, 1))).containsExactly(reports.get(0));
        assertThat(run(() -> testee().pending(row.id(), reports.get(0), 9))).containsExactly(reports.get(1));
        assertThat(run(() -> testee().insert(row(ticket())))).isZero();
    }

    @Test
    default void whatCameOfAReportIsSaidOnce() {
        TicketId incident = ticket();
        TicketId report = report(incident);
        BroadcastRow row = row(incident);
        run(() -> testee().insert(row));
        ReportRow refused = new ReportRow(row.id(), report, ReportRow.REFUSED, "guard-refused", "Größe <b>");

        assertThat(run(() -> testee().settle(refused))).isTrue();
        assertThat(run(() -> testee().settle(new ReportRow(row.id(), report, ReportRow.DONE, null, null))))
                .isFalse();
        assertThat(run(() -> testee().reports(List.of(row.id())))).containsExactly(refused);
        assertThat(run(() -> testee().pending(row.id(), null, 9))).isEmpty();
    }

    @Test
    default void theLatestComeFirstAndAllGoesWithATicket() {
        TicketId incident = ticket();
        TicketId report = report(incident);
        TicketId other = report(incident);
        BroadcastRow first = row(incident);
        BroadcastRow second = row(incident);
        run(() -> testee().insert(first));
        run(() -> testee().insert(second));
        assertThat(run(() -> testee().of(incident))).containsExactly(second, first);

        purge(report);
        assertThat(run(() -> testee().pending(first.id(), null, 9))).containsExactly(other);
        purge(incident);
        assertThat(run(() -> testee().of(incident))).isEmpty();
        assertThat(run(() -> testee().reports(List.of(first.id(), second.id()))))
                .isEmpty();
    }

    private BroadcastRow row(TicketId incident) {
        return new BroadcastRow(
                testbed().ids().next(),
                incident,
                new PersonId(testbed().ids().next()),
                "api",
                new MessageId(testbed().ids().next()),
                "resolved",
                "confirmed",
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    private TicketId report(TicketId incident) {
        TicketId report = ticket();
        link(report, LinkKind.PARENT, incident);
        return report;
    }

    private void link(TicketId from, LinkKind kind, TicketId to) {
        run(() -> new SqlLinkStore(testbed().mappers()).add(new TicketLink(kind, from, to)));
    }

    private void purge(TicketId ticket) {
        run(() -> {
            testee().purge(ticket);
            return true;
        });
    }

    private TicketId ticket() {
        return new TicketId(testbed().ids().next());
    }

    private <T> T run(Supplier<T> work) {
        return testbed().transactions().write(work);
    }
}
