package io.switchboard.core.desk.question;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.question.AnswerQuestions.Questionnaire;
import io.switchboard.core.desk.question.QuestionSets.QuestionSet;
import io.switchboard.core.desk.question.QuestionSets.Sets;
import io.switchboard.core.store.StoreTestbed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Diagnostic questions by category, with structured answers (WO3). */
class AnswerQuestionsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final Question SYSTEM =
            new Question("system", "Which system?", Question.Kind.CHOICE, List.of("Windows", "Linux"), true);
    private static final Question USERS =
            new Question("users", "How many are affected?", Question.Kind.NUMBER, List.of(), false);
    private static final Question CABLE =
            new Question("cable", "Is the cable plugged in?", Question.Kind.YES_NO, List.of(), true);

    private DeskBench desk;
    private QuestionSets sets;
    private AnswerQuestions questions;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        sets = new QuestionSets(new DeskSettings(STORE.transactions(), desk.settings, desk.audit));
        questions = new AnswerQuestions(desk.changes, desk.read, sets);
        agent = desk.agent();
        ticket = in("technical/network", desk.open(desk.customer()));
        ask(new QuestionSet("technical", List.of(SYSTEM, USERS)), new QuestionSet("technical/network", List.of(CABLE)));
    }

    private Ticket in(String category, Ticket of) {
        return desk.changes
                .change(Caller.system("test"), of.id(), Precondition.any(), edit -> {
                    Classification before = edit.ticket().classification();
                    edit.draft()
                            .classification(new Classification(
                                    before.type(),
                                    category,
                                    before.product(),
                                    before.impact(),
                                    before.urgency(),
                                    before.priority(),
                                    before.priorityOverridden()));
                    return true;
                })
                .ticket();
    }

    private void ask(QuestionSet... asked) {
        sets.replace(desk.administrator(), new Sets(List.of(asked)), Precondition.any());
    }

    @Test
    void aTicketIsAskedWhatItsCategoryAndThoseAboveAskAndSaysWhatIsMissing() {
        Questionnaire asked = questions.read(agent, ticket.id());
        assertThat(asked.asked()).extracting(one -> one.question().id()).containsExactly("system", "users", "cable");
        assertThat(asked.missing()).containsExactly("system", "cable");
        assertThat(questions.read(agent, in("billing", ticket).id()).asked()).isEmpty();
        assertThat(questions.read(agent, in("technical", ticket).id()).asked()).hasSize(2);
    }

    @Test
    void answersAreFieldsOfTheTicketAndStandInItsHistory() {
        Questionnaire answered = answer(Map.of(
                "system", Optional.of(new FieldValue.Text("Linux")), "cable", Optional.of(new FieldValue.Flag(false))));
        assertThat(answered.missing()).isEmpty();
        assertThat(answered.ticket().fields())
                .containsEntry("diagnostic.system", new FieldValue.Text("Linux"))
                .containsEntry("diagnostic.cable", new FieldValue.Flag(false));
        assertThat(desk.events(ticket.id()))
                .anySatisfy(event -> assertThat(event.changes())
                        .contains(new FieldChange("fields.diagnostic.system", null, "Linux")));
        answer(Map.of("users", Optional.of(new FieldValue.Number(BigDecimal.TEN)), "system", Optional.empty()));
        assertThat(questions.read(agent, ticket.id()).missing()).containsExactly("system");
        assertThat(desk.now(ticket.id()).fields()).containsKey("diagnostic.users");
    }

    @Test
    void whatIsNotAskedOrCannotBeAnsweredSoIsNamedAndNothingIsKept() {
        assertThat(wrong(Map.of("colour", Optional.of(new FieldValue.Text("red")))))
                .isEqualTo("answers");
        assertThat(wrong(Map.of("system", Optional.of(new FieldValue.Text("BeOS")))))
                .isEqualTo("answers.system");
        assertThat(wrong(Map.of("users", Optional.of(new FieldValue.Text("ten")))))
                .isEqualTo("answers.users");
        assertThat(wrong(Map.of(
                        "cable",
                        Optional.of(new FieldValue.Text("yes")),
                        "system",
                        Optional.of(new FieldValue.Text("Linux")))))
                .isEqualTo("answers.cable");
        refused(
                ErrorCode.STALE_VERSION,
                () -> questions.answer(agent, ticket.id(), Precondition.version(99), Map.of()));
        Caller customer = Caller.person(ticket.requester().id(), Set.of(), "api");
        refused(ErrorCode.RIGHT_MISSING, () -> questions.answer(customer, ticket.id(), Precondition.any(), Map.of()));
        assertThat(desk.now(ticket.id()).fields()).isEmpty();
    }

    @Test
    void questionsThatCannotBeAskedAreRefused() {
        Question twice = new Question("system", "x", Question.Kind.TEXT, List.of(), false);
        for (Sets wrong : List.of(
                new Sets(List.of(new QuestionSet("", List.of(SYSTEM)))),
                new Sets(List.of(new QuestionSet("Not A Path", List.of(SYSTEM)))),
                new Sets(List.of(new QuestionSet("a", List.of()))),
                new Sets(List.of(new QuestionSet("a", List.of(SYSTEM)), new QuestionSet("a", List.of(USERS)))),
                new Sets(List.of(new QuestionSet("a", List.of(SYSTEM, twice)))),
                one(new Question("Bad Id", "x", Question.Kind.TEXT, List.of(), false)),
                one(new Question("a", " ", Question.Kind.TEXT, List.of(), false)),
                one(new Question("a", "x", Question.Kind.TEXT, List.of("y", "z"), false)),
                one(new Question("a", "x", Question.Kind.CHOICE, List.of("y"), false)))) {
            refused(ErrorCode.INVALID_FIELD, () -> sets.replace(desk.administrator(), wrong, Precondition.any()));
        }
        refused(ErrorCode.RIGHT_MISSING, () -> sets.replace(agent, Sets.NONE, Precondition.any()));
        assertThat(sets.get(agent).content().sets()).hasSize(2);
    }

    private static Sets one(Question question) {
        return new Sets(List.of(new QuestionSet("a", List.of(question))));
    }

    private Questionnaire answer(Map<String, Optional<FieldValue>> answers) {
        return questions.answer(agent, ticket.id(), Precondition.any(), answers);
    }

    private String wrong(Map<String, Optional<FieldValue>> answers) {
        List<FieldError> errors =
                refused(ErrorCode.INVALID_FIELD, () -> answer(answers)).fields();
        return errors.get(0).field();
    }
}
