package io.switchboard.core.desk.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.intake.FormQuestion;
import io.switchboard.api.intake.RequestForms.OfferedCategory;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.CatalogEntry;
import io.switchboard.core.desk.configuration.CatalogKind;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.question.Question.Kind;
import io.switchboard.core.desk.question.QuestionSets.QuestionSet;
import io.switchboard.core.desk.question.QuestionSets.Sets;
import io.switchboard.core.store.StoreTestbed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What forms of plugins ask (IN6, WO3). */
class CatalogFormsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final String NETWORK = "technical-issues/network";

    private DeskBench desk;
    private CatalogForms forms;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        QuestionSets sets = new QuestionSets(new DeskSettings(STORE.transactions(), desk.settings, desk.audit));
        forms = new CatalogForms(desk.catalog, sets);
        sets.replace(
                desk.administrator(),
                new Sets(List.of(
                        new QuestionSet(
                                "technical-issues",
                                List.of(
                                        new Question("system", "Which?", Kind.CHOICE, List.of("Linux", "BeOS"), true),
                                        new Question("users", "How many?", Kind.NUMBER, List.of(), false))),
                        new QuestionSet(
                                "rooms", List.of(new Question("seats", "How many?", Kind.NUMBER, List.of(), true))),
                        new QuestionSet(
                                NETWORK,
                                List.of(
                                        new Question("cable", "Plugged in?", Kind.YES_NO, List.of(), true),
                                        new Question("light", "Which light?", Kind.TEXT, List.of(), false))))),
                Precondition.any());
    }

    @Test
    void aCategoryThatCannotBeChosenIsLeftOutWithAllBelowIt() {
        add("rooms");
        add("rooms/blue");
        assertThat(forms.categories()).extracting(OfferedCategory::path).contains("rooms", "rooms/blue");

        switchOff("rooms");

        assertThat(forms.categories())
                .extracting(OfferedCategory::path)
                .contains("billing-payment")
                .doesNotContain("rooms", "rooms/blue");
        assertThat(forms.questions("rooms/blue")).isEmpty();
    }

    @Test
    void parentsStandBeforeTheirChildrenAndNobodyBetweenThem() {
        add("technical-issues-abroad");

        assertThat(forms.categories())
                .extracting(OfferedCategory::path)
                .containsSubsequence("technical-issues", NETWORK, "technical-issues-abroad");
    }

    @Test
    void aCategoryAsksWhatThoseAboveAskToo() {
        assertThat(forms.questions(NETWORK))
                .extracting(FormQuestion::id)
                .containsExactly("system", "users", "cable", "light");
        assertThat(forms.questions("technical-issues").get(0).choices()).containsExactly("Linux", "BeOS");
        assertThat(forms.questions(null)).isEmpty();
        assertThat(forms.questions("nowhere")).isEmpty();
    }

    @Test
    void answersBecomeTheFieldsInWhichTheDeskKeepsThem() {
        assertThat(forms.answers(
                        NETWORK,
                        Map.of("system", "Linux", "users", " 12 ", "cable", "no", "light", " ", "colour", "red")))
                .isEqualTo(Map.of(
                        "diagnostic.system", new FieldValue.Text("Linux"),
                        "diagnostic.users", new FieldValue.Number(new BigDecimal("12")),
                        "diagnostic.cable", new FieldValue.Flag(false)));
    }

    @Test
    void allThatIsMissingOrDoesNotAnswerIsNamed() {
        SwitchboardException refusal = catchThrowableOfType(
                SwitchboardException.class,
                () -> forms.answers(
                        NETWORK,
                        Map.of("system", "Windows", "users", "9".repeat(1_000_000), "light", "x".repeat(2_001))));

        assertThat(refusal.fields())
                .containsExactly(
                        new FieldError("answers.system", "must be one of [Linux, BeOS]"),
                        new FieldError("answers.users", "must be a number"),
                        new FieldError("answers.cable", "must be given"),
                        new FieldError("answers.light", "must have at most 2000 characters"));
        assertThat(forms.answers(null, Map.of())).isEmpty();
    }

    private void add(String category) {
        desk.catalog.add(desk.administrator(), CatalogKind.CATEGORY, new CatalogEntry(category, category, null, true));
    }

    private void switchOff(String category) {
        var known = desk.catalog.get(desk.administrator(), CatalogKind.CATEGORY, category);
        CatalogEntry entry = known.entry();
        desk.catalog.replace(
                desk.administrator(),
                CatalogKind.CATEGORY,
                new CatalogEntry(entry.id(), entry.name(), entry.description(), false),
                known.version());
    }
}
