package io.switchboard.core.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.history.VerifyHistory;
import io.switchboard.core.desk.history.VerifyHistory.Finding;
import io.switchboard.core.desk.person.RedactTicket.Redaction;
import io.switchboard.core.desk.progress.LeftFiles;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.draft.DraftRow;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.survey.SqlSurveyStore;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.thread.AttachmentRow;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.triage.SqlExplanationStore;
import io.switchboard.core.store.work.TaskRow;
import io.switchboard.core.store.work.TimeRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is taken out of a ticket when a person is erased, and what stays. */
class RedactTicketTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private SqlExplanationStore explanations;
    private RedactTicket redact;
    private Caller ada;
    private PersonId person;
    private String name;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        explanations = new SqlExplanationStore(STORE.mappers());
        redact = new RedactTicket(
                desk.changes,
                desk.tickets,
                explanations,
                new RedactThread(desk.threads, desk.persons, new LeftFiles(STORE.transactions())),
                new RedactHistory(desk.historyStore),
                new RedactWork(
                        desk.tasks, desk.times, desk.drafts, desk.escalations, new SqlSurveyStore(STORE.mappers())));
        ada = desk.customer();
        person = Objects.requireNonNull(ada.person());
        name = STORE.transactions()
                .read(() -> desk.persons.find(person).map(PersonRow::email))
                .orElseThrow();
        ticket = desk.open(ada);
        desk.changes.change(desk.administrator(), ticket.id(), Precondition.any(), edit -> {
            edit.because("as " + name + " wished");
            edit.draft().subject("Printer of " + name);
            edit.draft().circumstances(new Circumstances("PC LOAD " + name, List.of("spooler"), "all stand still"));
            edit.draft().field("place", new FieldValue.Text("at " + name));
            return true;
        });
        desk.say(ada, ticket, MessageKind.CUSTOMER, "I am " + name);
        desk.say(desk.administrator(), ticket, MessageKind.REPLY, "Dear " + name + ", restart");
    }

    @Test
    void emptiedItKeepsWhatTheDeskDidAndNothingThatTheCustomerTold() {
        redact(TicketWords.EMPTY);
        Ticket now = desk.now(ticket.id());
        assertThat(now.subject()).isEqualTo("[erased]");
        assertThat(now.description()).isEqualTo("[erased]");
        assertThat(now.circumstances()).isEqualTo(Circumstances.UNKNOWN);
        assertThat(now.fields()).isEmpty();
        assertThat(now.number()).isEqualTo(ticket.number());
        assertThat(now.progress()).isEqualTo(ticket.progress());
        assertThat(bodies(ticket)).containsExactly("[erased]", "[erased]", "Dear [erased], restart");
        assertThat(desk.events(ticket.id())).allSatisfy(RedactTicketTest::wordless);
        sound();
    }

    @Test
    void keptItLosesTheNameAlone() {
        redact(TicketWords.KEEP);
        Ticket now = desk.now(ticket.id());
        assertThat(now.subject()).isEqualTo("Printer of [erased]");
        assertThat(now.circumstances())
                .isEqualTo(new Circumstances("PC LOAD [erased]", List.of("spooler"), "all stand still"));
        assertThat(now.fields()).isEqualTo(Map.of("place", new FieldValue.Text("at [erased]")));
        assertThat(bodies(ticket)).containsExactly("It smokes", "I am [erased]", "Dear [erased], restart");
        assertThat(desk.events(ticket.id()).toString()).doesNotContain(name).contains("all stand still");
        sound();
    }

    @Test
    void whatWasWrittenInASurveyGoesAndWhatWasChosenStays() {
        SqlSurveyStore surveys = new SqlSurveyStore(STORE.mappers());
        UUID survey = UUID.randomUUID();
        String words = "{\"comment\":\"" + name + " is not content\"}";
        desk.sql("insert into survey_invitation (id, ticket_id, closure, outcome, person, sent, asked_at, expires_at,"
                + " score, choices, words) values ('" + survey + "', '" + ticket.id() + "', 0, 'asked', '" + person
                + "', false, current_timestamp, current_timestamp, 1, '{\"stars\":\"1\"}', '" + words + "')");
        redact(TicketWords.KEEP);
        assertThat(words(surveys, survey)).isEqualTo("{\"comment\":\"[erased] is not content\"}");
        redact(TicketWords.EMPTY);
        assertThat(words(surveys, survey)).isEqualTo("{\"comment\":\"[erased]\"}");
        assertThat(STORE.transactions().read(() -> surveys.find(survey)).map(SurveyRow::score))
                .contains(1);
    }

    private static @Nullable String words(SqlSurveyStore surveys, UUID survey) {
        return STORE.transactions()
                .read(() -> surveys.find(survey))
                .map(SurveyRow::words)
                .orElse(null);
    }

    @Test
    void itSaysThatItWasRedactedAndDoesNotBecomeYounger() {
        Ticket before = desk.now(ticket.id());
        redact(TicketWords.EMPTY);
        List<TicketEvent> events = desk.events(ticket.id());
        assertThat(events.get(events.size() - 1).type()).isEqualTo(EventType.TICKET_REDACTED);
        assertThat(desk.now(ticket.id()).version()).isEqualTo(before.version() + 1);
        assertThat(desk.now(ticket.id()).updatedAt()).isEqualTo(before.updatedAt());
    }

    @Test
    void whereItStandsDoesNotMatter() {
        desk.dispose.handle(Caller.system("test"), ticket.id(), Precondition.any(), Disposition.TRASH, null);
        Ticket archived = desk.openIn(ada, Status.ASSIGNED, Status.RESOLVED, Status.CLOSED, Status.ARCHIVED);
        redact(TicketWords.EMPTY);
        STORE.transactions().write(() -> {
            redact.handle(archived.id(), redaction(TicketWords.EMPTY));
            return true;
        });
        assertThat(desk.now(ticket.id()).subject()).isEqualTo("[erased]");
        assertThat(desk.now(archived.id()).subject()).isEqualTo("[erased]");
        sound();
    }

    @Test
    void ofTheTicketOfSomebodyElseOnlyTheirOwnWordsGo() {
        Ticket other = desk.open(desk.customer());
        STORE.transactions().write(() -> {
            desk.tickets.addParticipant(other.id(), person, "cc");
            return true;
        });
        desk.say(ada, other, MessageKind.CUSTOMER, "Mine too");
        desk.say(desk.administrator(), other, MessageKind.REPLY, "Restart");
        STORE.transactions().write(() -> {
            redact.handle(other.id(), redaction(TicketWords.EMPTY));
            return true;
        });
        assertThat(desk.now(other.id()).subject()).isEqualTo("Printer");
        assertThat(bodies(other)).containsExactly("It smokes", "[erased]", "Restart");
    }

    @Test
    void whatTheDeskTookDownForThemGoesAndWhatAnotherCustomerWroteStays() {
        PersonId other = desk.person("other");
        PersonId agent = desk.person("agent");
        STORE.transactions().write(() -> {
            for (PersonId author : List.of(other, agent)) {
                desk.threads.append(new MessageRow(
                        new MessageId(STORE.ids().next()),
                        ticket.id(),
                        MessageKind.CUSTOMER,
                        author,
                        author.equals(agent) ? "She told me on the telephone" : "I see it as well",
                        BodyFormat.TEXT,
                        "api",
                        false,
                        desk.clock.now()));
            }
            return true;
        });
        desk.sql("insert into person_role (person, role) values ('" + agent + "', 'agent')");
        redact(TicketWords.EMPTY);
        assertThat(bodies(ticket))
                .containsExactly("[erased]", "[erased]", "Dear [erased], restart", "I see it as well", "[erased]");
    }

    @Test
    void filesGoWithTheWordsAndStayWithThem() {
        AttachmentId file = new AttachmentId(STORE.ids().next());
        STORE.transactions().write(() -> {
            MessageRow reply =
                    desk.threads.thread(Set.of(ticket.id()), true, null, 100).get(2);
            desk.threads.addAttachment(
                    new AttachmentRow(file, "a.txt", "text/plain", 1, "aa", null, null, null, 0, desk.clock.now()));
            return desk.threads.bind(file, ticket.id(), reply.id(), 0);
        });
        redact(TicketWords.KEEP);
        assertThat(STORE.transactions().read(() -> desk.threads.attachment(file)))
                .isPresent();
        redact(TicketWords.EMPTY);
        assertThat(STORE.transactions().read(() -> desk.threads.attachment(file)))
                .isEmpty();
    }

    @Test
    void whyItWentWhereItWentIsForgottenOrKeptWithoutTheName() {
        STORE.transactions().write(() -> {
            explanations.put(ticket.id(), "{\"reason\":\"knows " + name + "\"}", desk.clock.now());
            return true;
        });
        redact(TicketWords.KEEP);
        assertThat(STORE.transactions().read(() -> explanations.find(ticket.id())))
                .contains("{\"reason\":\"knows [erased]\"}");
        redact(TicketWords.EMPTY);
        assertThat(STORE.transactions().read(() -> explanations.find(ticket.id())))
                .isEmpty();
    }

    @Test
    void doneAgainItTakesNothingMoreAndWhatIsGoneIsPassedOver() {
        redact(TicketWords.EMPTY);
        Ticket once = desk.now(ticket.id());
        redact(TicketWords.EMPTY);
        assertThat(desk.now(ticket.id()).circumstances()).isEqualTo(once.circumstances());
        desk.dispose.handle(Caller.system("test"), ticket.id(), Precondition.any(), Disposition.TRASH, null);
        desk.purge.handle(Caller.system("test"), ticket.id(), Precondition.any());
        redact(TicketWords.EMPTY);
        sound();
    }

    @Test
    void tasksTimeAndDraftsLoseWhatNamesThemAndKeepTheirFigures() {
        Caller agent = desk.agent();
        PersonId worker = Objects.requireNonNull(agent.person());
        STORE.transactions().write(() -> {
            desk.tasks.insert(new TaskRow(
                    STORE.ids().next(),
                    ticket.id(),
                    "Call " + name,
                    null,
                    null,
                    1,
                    null,
                    null,
                    worker,
                    1,
                    desk.clock.now(),
                    desk.clock.now()));
            for (PersonId author : List.of(worker, person)) {
                desk.times.insert(new TimeRow(
                        STORE.ids().next(),
                        ticket.id(),
                        author,
                        5,
                        desk.clock.now(),
                        "contact",
                        "talked to " + name,
                        author,
                        1,
                        desk.clock.now(),
                        desk.clock.now()));
            }
            desk.drafts.insert(new DraftRow(
                    worker, ticket.id(), MessageKind.REPLY, "Dear " + name, BodyFormat.TEXT, 1, desk.clock.now()));
            return true;
        });
        redact(TicketWords.EMPTY);
        STORE.transactions().read(() -> {
            assertThat(desk.tasks.of(List.of(ticket.id())))
                    .extracting(TaskRow::title)
                    .containsExactly("Call [erased]");
            assertThat(desk.times.of(List.of(ticket.id())))
                    .extracting(TimeRow::note)
                    .containsExactly("talked to [erased]", "[erased]");
            assertThat(desk.times.minutes(List.of(ticket.id()))).isEqualTo(10);
            assertThat(desk.drafts.at(ticket.id())).extracting(DraftRow::body).containsExactly("Dear [erased]");
            return true;
        });
    }

    private void redact(TicketWords words) {
        STORE.transactions().write(() -> {
            redact.handle(ticket.id(), redaction(words));
            return true;
        });
    }

    private Redaction redaction(TicketWords words) {
        return new Redaction(person, words, Identifiers.of(List.of(name)));
    }

    private List<String> bodies(Ticket of) {
        return STORE.transactions().read(() -> desk.threads.thread(Set.of(of.id()), true, null, 100)).stream()
                .map(MessageRow::body)
                .toList();
    }

    private static void wordless(TicketEvent event) {
        assertThat(event.reason()).isNull();
        assertThat(event.changes()).allSatisfy(change -> {
            if (!change.field().equals("triage")) {
                assertThat(change.before()).as(change.field()).isNull();
                assertThat(change.after()).as(change.field()).isNull();
            }
        });
    }

    private void sound() {
        Finding finding = new VerifyHistory(STORE.transactions(), desk.tickets, desk.historyStore).handle(count -> {});
        assertThat(finding).isInstanceOf(Finding.Sound.class);
    }
}
