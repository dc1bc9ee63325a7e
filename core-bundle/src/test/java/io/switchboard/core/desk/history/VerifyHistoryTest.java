package io.switchboard.core.desk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.command.Command.Outcome;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.record.EditTicket.Patch;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.history.HistoryStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that was edited is found (AU1). */
class VerifyHistoryTest {
    private static final String DETAILS = "{\"changes\":[],\"message\":null,\"reason\":null,\"data\":{}}";

    private final StoreTestbed store = StoreTestbed.hsqldb();
    private DeskBench desk;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        store.open();
        desk = new DeskBench(store);
        Caller agent = desk.agent();
        ticket = desk.open(desk.customer());
        desk.edit.handle(agent, ticket.id(), Precondition.any(), subject("Scanner"), "it is one");
        desk.open(desk.customer());
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void anUntouchedHistoryIsWhole() {
        Outcome outcome = verify();
        assertThat(outcome.message()).contains("5 rows of 2 tickets");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void aHistoryLongerThanWhatIsReadTogetherIsCheckedToItsEnd() {
        desk.sql("delete from history_text");
        String hash = lengthen(ticket.id());
        desk.sql("update ticket set last_sequence = 1203, last_hash = '" + hash + "' where id = '" + ticket.id() + "'");
        assertThat(verify().message()).contains("1205 rows of 2 tickets");
        desk.sql("update history set details = '{}' where sequence = 1200");
        broken(1200, "does not follow");
    }

    /** Adds 1,200 rows to a history of three. Returns the hash of the last. */
    private String lengthen(TicketId id) {
        return store.transactions().write(() -> {
            List<HistoryRow> rows = new ArrayList<>();
            String hash = desk.historyStore.ofTicket(id, 2, 1).get(0).hash();
            for (long sequence = 4; sequence <= 1203; sequence++) {
                EventId event = new EventId(store.ids().next());
                HistoryRow row =
                        HistoryRow.chained(hash, id, sequence, event, "ticket.edited", "{}", Instant.EPOCH, DETAILS);
                rows.add(row);
                hash = row.hash();
            }
            desk.historyStore.append(rows, List.of());
            return hash;
        });
    }

    @Test
    void howFarTheCheckHasComeIsTold() {
        List<Long> told = new ArrayList<>();
        new VerifyHistory(store.transactions(), desk.tickets, desk.historyStore).handle(told::add);
        assertThat(told).containsExactly(2L);
    }

    @Test
    void aPurgedTicketIsAcceptedByItsTombstoneAlone() {
        Caller administrator = desk.administrator();
        desk.dispose.handle(administrator, ticket.id(), Precondition.any(), Disposition.TRASH, null);
        desk.purge.handle(administrator, ticket.id(), Precondition.any());
        assertThat(verify().exitCode()).isZero();
        desk.sql("delete from tombstone");
        assertThat(verify().message()).contains("without a tombstone");
    }

    @Test
    void wordsThatWereNulledAreNoFaultAndOthersInTheirPlaceAre() {
        desk.sql("update history_text set before_text = null, after_text = null");
        assertThat(verify().exitCode()).isZero();
        desk.sql("update history_text set after_text = '[erased]'");
        assertThat(verify().exitCode()).isNotZero();
    }

    @Test
    void erasedWordsAreNoFault() {
        desk.sql("delete from history_text");
        assertThat(verify().exitCode()).isZero();
    }

    @Test
    void aChangedRowIsNamed() {
        desk.sql("update history set actor = '{\"kind\":\"system\"}' where sequence = 2 and ticket_id = '" + ticket.id()
                + "'");
        broken(2, "does not follow");
    }

    @Test
    void aMissingRowIsNamed() {
        desk.sql("delete from history where sequence = 2 and ticket_id = '" + ticket.id() + "'");
        broken(2, "missing");
    }

    @Test
    void aCutTailIsNamed() {
        desk.sql("delete from history where sequence = 3 and ticket_id = '" + ticket.id() + "'");
        broken(3, "missing or added");
    }

    @Test
    void forgedWordsAreNamed() {
        EventId event = desk.events(ticket.id()).get(2).id();
        desk.sql("update history_text set after_text = 'Fax' where field = 'subject' and event_id = '" + event + "'");
        broken(3, "words of subject");
    }

    @Test
    void aTicketThatVanishedIsNamed() {
        desk.sql("delete from ticket where id = '" + ticket.id() + "'");
        assertThat(verify().message()).contains(ticket.id().toString());
    }

    private void broken(int row, String what) {
        Outcome outcome = verify();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.message())
                .contains(ticket.number())
                .contains("row " + row + ":")
                .contains(what);
    }

    @Test
    void aCommitThatLandsDuringTheCheckIsNoFault() {
        AtomicBoolean landed = new AtomicBoolean();
        HistoryStore whileAnotherNodeWorks = (HistoryStore) Proxy.newProxyInstance(
                HistoryStore.class.getClassLoader(),
                new Class<?>[] {HistoryStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("ofTicket") && landed.compareAndSet(false, true)) {
                        onAnotherThread(() -> desk.edit.handle(
                                desk.agent(), ticket.id(), Precondition.any(), subject("Plotter"), null));
                    }
                    return method.invoke(desk.historyStore, arguments);
                });

        assertThat(verify(whileAnotherNodeWorks, Optional.empty(), Optional.empty())
                        .message())
                .contains("6 rows of 2 tickets");
        assertThat(landed).isTrue();
    }

    private static void onAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    @Test
    void aTailThatWasCutWithCareShowsAgainstTheHeads(@TempDir Path folder) {
        Path heads = folder.resolve("heads");
        assertThat(verify(Optional.empty(), Optional.of(heads)).message()).contains("heads of 2");
        desk.edit.handle(desk.agent(), ticket.id(), Precondition.any(), subject("Plotter"), null);
        assertThat(verify(Optional.of(heads), Optional.empty()).exitCode()).isZero();

        desk.sql("delete from history where sequence > 2 and ticket_id = '" + ticket.id() + "'");
        desk.sql("update ticket set last_sequence = 2, last_hash = (select hash from history where sequence = 2 and"
                + " ticket_id = '" + ticket.id() + "') where id = '" + ticket.id() + "'");

        assertThat(verify().exitCode()).isZero();
        Outcome outcome = verify(Optional.of(heads), Optional.empty());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.message()).contains(ticket.number()).contains("row 3:");
    }

    @Test
    void aTicketThatVanishedWithAllItsRowsShowsAgainstTheHeads(@TempDir Path folder) {
        Path heads = folder.resolve("heads");
        verify(Optional.empty(), Optional.of(heads));
        desk.sql("delete from history where ticket_id = '" + ticket.id() + "'");
        desk.sql("delete from ticket where id = '" + ticket.id() + "'");

        assertThat(verify().exitCode()).isZero();
        assertThat(verify(Optional.of(heads), Optional.empty()).message())
                .contains(ticket.number())
                .contains("row 1:");
    }

    @Test
    void aPurgeIsNoFaultAgainstTheHeads(@TempDir Path folder) {
        Path heads = folder.resolve("heads");
        verify(Optional.empty(), Optional.of(heads));
        Caller administrator = desk.administrator();
        desk.dispose.handle(administrator, ticket.id(), Precondition.any(), Disposition.TRASH, null);
        desk.purge.handle(administrator, ticket.id(), Precondition.any());

        assertThat(verify(Optional.of(heads), Optional.of(heads)).exitCode()).isZero();
        assertThat(verify(Optional.of(heads), Optional.empty()).exitCode()).isZero();
        desk.sql("delete from history where ticket_id = '" + ticket.id() + "'");
        desk.sql("delete from tombstone");
        assertThat(verify(Optional.of(heads), Optional.empty()).message()).contains(ticket.number());
    }

    @Test
    void aFileOfHeadsThatWasCutIsRefused(@TempDir Path folder) throws IOException {
        Path heads = folder.resolve("heads");
        verify(Optional.empty(), Optional.of(heads));
        List<String> lines = new ArrayList<>(Files.readAllLines(heads));
        lines.remove(1);
        Files.write(heads, lines);

        assertThatThrownBy(() -> verify(Optional.of(heads), Optional.empty())).hasMessageContaining("not the whole");
    }

    private Outcome verify() {
        return verify(Optional.empty(), Optional.empty());
    }

    private Outcome verify(Optional<Path> against, Optional<Path> writeTo) {
        return verify(desk.historyStore, against, writeTo);
    }

    private Outcome verify(HistoryStore history, Optional<Path> against, Optional<Path> writeTo) {
        return new VerifyHistoryCommand(
                        new VerifyHistory(store.transactions(), desk.tickets, history),
                        new HistoryHeads(store.transactions(), desk.tickets, history),
                        against,
                        writeTo)
                .run(null);
    }

    private static Patch subject(String subject) {
        return new Patch(subject, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
