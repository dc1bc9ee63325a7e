package io.switchboard.core.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.person.Erasure.Stage;
import io.switchboard.core.desk.progress.LeftFiles;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.SqlPersonTraces;
import io.switchboard.core.store.survey.SqlSurveyStore;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.triage.SqlExplanationStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How the tickets of an erased person are gone through. */
class EraseTicketsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private SqlExplanationStore explanations;
    private EraseTickets erase;
    private EraseLatecomers late;
    private Caller ada;
    private PersonId person;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        desk = new DeskBench(STORE);
        explanations = new SqlExplanationStore(STORE.mappers());
        SqlPersonTraces traces = new SqlPersonTraces(STORE.mappers());
        RedactHistory history = new RedactHistory(desk.historyStore);
        RedactTicket redact = new RedactTicket(
                desk.changes,
                desk.tickets,
                explanations,
                new RedactThread(desk.threads, desk.persons, new LeftFiles(STORE.transactions())),
                history,
                new RedactWork(
                        desk.tasks, desk.times, desk.drafts, desk.escalations, new SqlSurveyStore(STORE.mappers())));
        erase = new EraseTickets(
                STORE.transactions(),
                desk.settings,
                traces,
                redact,
                explanations,
                desk.historyStore,
                history,
                new Vault(folder),
                desk.timers,
                desk.clock);
        late = new EraseLatecomers(STORE.transactions(), erase, traces, desk.tickets, redact);
        ada = desk.customer();
        person = Objects.requireNonNull(ada.person());
    }

    @Test
    void aFewTicketsAreDoneAtOnceAndTheNameIsNotKept() {
        Ticket ticket = desk.open(ada);
        Erasure erasure = start(TicketWords.EMPTY, false);
        assertThat(erasure.done()).isTrue();
        assertThat(erasure.redacted()).isEqualTo(1);
        assertThat(erasure.sealed()).isNull();
        assertThat(erasure.endedAt()).isNotNull();
        assertThat(desk.timers.due).doesNotContainKey("erase-person " + person);
        assertThat(desk.now(ticket.id()).subject()).isEqualTo("[erased]");
    }

    @Test
    void manyAreDoneByATimerThatMayRingTwice() {
        List<Ticket> tickets = new ArrayList<>();
        for (int number = 0; number < 4 * EraseTickets.TICKETS + 1; number++) {
            tickets.add(desk.open(ada));
        }
        Erasure begun = start(TicketWords.EMPTY, false);
        assertThat(begun.stage()).isEqualTo(Stage.TICKETS);
        assertThat(begun.redacted()).isEqualTo(EraseTickets.TICKETS);
        assertThat(begun.sealed()).isNotNull().doesNotContain("Ada");
        assertThat(desk.timers.due).containsKey("erase-person " + person);
        erase.ring(person.toString(), desk.clock.now());
        erase.ring(person.toString(), desk.clock.now());
        Erasure over = STORE.transactions().read(() -> erase.find(person)).orElseThrow();
        assertThat(over.done()).isTrue();
        assertThat(over.redacted()).isEqualTo(tickets.size());
        assertThat(tickets)
                .allSatisfy(
                        ticket -> assertThat(desk.now(ticket.id()).subject()).isEqualTo("[erased]"));
    }

    @Test
    void anAgentIsNoLongerNamedWhereTicketsThatWereNeverTheirsAreExplained() {
        Ticket ticket = desk.open(desk.customer());
        STORE.transactions().write(() -> {
            explanations.put(ticket.id(), "{\"candidates\":[\"Ada Agent\"]}", desk.clock.now());
            return true;
        });
        start(TicketWords.KEEP, true);
        erase.ring(person.toString(), desk.clock.now());
        assertThat(STORE.transactions()
                        .read(() -> erase.find(person))
                        .orElseThrow()
                        .done())
                .isTrue();
        assertThat(STORE.transactions().read(() -> explanations.find(ticket.id())))
                .contains("{\"candidates\":[\"[erased]\"]}");
    }

    @Test
    void whatWasOnItsWayIsErasedAMinuteLaterAndNothingElseIsTouched() {
        Ticket ticket = desk.open(ada);
        Ticket quiet = desk.open(ada);
        desk.clock.moveBy(Duration.ofSeconds(1));
        start(TicketWords.EMPTY, false);
        assertThat(desk.timers.due).containsKey("erase-latecomers " + person);
        desk.say(ada, ticket, MessageKind.CUSTOMER, "One more thing");
        long before = desk.now(quiet.id()).version();
        late.ring(person.toString(), desk.clock.now());
        assertThat(STORE.transactions().read(() -> desk.threads.thread(Set.of(ticket.id()), true, null, 9)))
                .extracting(MessageRow::body)
                .containsExactly("[erased]", "[erased]");
        assertThat(desk.now(quiet.id()).version()).isEqualTo(before);
    }

    private Erasure start(TicketWords words, boolean staff) {
        return STORE.transactions()
                .write(() -> erase.begin(person, words, staff, Identifiers.of(List.of("Ada Agent"))));
    }
}
