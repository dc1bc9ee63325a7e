package io.switchboard.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    /** What the desk says in English, so that only other languages need words for it. */
    private static final Pattern OWN = Pattern.compile("wrong\\.|problem\\.|category\\.");

    private final Words english = Words.of(List.of(Locale.FRENCH));
    private final Words german = Words.of(List.of(Locale.FRENCH, Locale.forLanguageTag("de-AT"), Locale.ENGLISH));

    @Test
    void theFirstLanguageThatIsKnownIsSpoken() {
        assertThat(german.text("askSend")).isEqualTo("Um Hilfe bitten");
        assertThat(english.text("askSend")).isEqualTo("Ask for help");
        assertThat(Words.of(List.of()).text("language")).isEqualTo("en");
    }

    @Test
    void everyLanguageSaysAllThatEnglishDoes() {
        Set<String> english = new TreeSet<>(this.english.all().keySet());
        Set<String> german = new TreeSet<>(this.german.all().keySet());
        german.removeIf(name -> OWN.matcher(name).lookingAt());
        english.removeIf(name -> OWN.matcher(name).lookingAt());
        assertThat(german).isEqualTo(english);
        assertThat(this.german.all().values()).noneMatch(String::isBlank);
    }

    @Test
    void timesAreWrittenAsTheLanguageDoes() {
        Instant at = Instant.parse("2026-03-01T12:05:00Z");
        assertThat(english.text("update", at)).isEqualTo("You hear from us again by 1 March 2026, 12:05 UTC.");
        assertThat(german.text("expected", at))
                .isEqualTo("Eine Lösung können Sie bis 1. März 2026, 12:05 UTC erwarten.");
        assertThat(german.text("expected", null)).isEmpty();
    }

    @Test
    void whatIsWrongIsToldByTheNameThatTheFormGivesIt() {
        SwitchboardException refusal = SwitchboardException.field("requester.email", "must be given");
        assertThat(english.faults(refusal, Map.of())).containsExactly(new Fault("email", "Email must be given."));
        assertThat(german.faults(refusal, Map.of()))
                .containsExactly(new Fault("email", "Ihre Mailadresse: fehlt noch."));
        assertThat(german.faults(SwitchboardException.field("file", "must be at most 10 files"), Map.of()))
                .containsExactly(new Fault("file", "Dateien: dürfen höchstens 10 sein."));
        assertThat(german.faults(SwitchboardException.field("other", "is odd"), Map.of()))
                .containsExactly(new Fault("other", "Other: is odd."));
    }

    @Test
    void whatIsWrongWithAnAnswerIsToldByItsQuestion() {
        SwitchboardException refusal = SwitchboardException.field("answers.system", "must be one of [Linux, BeOS]");
        Map<String, String> labels = Map.of("answers.system", "Which system?");
        assertThat(english.faults(refusal, labels))
                .containsExactly(new Fault("answers.system", "Which system? Must be one of those that are offered."));
        assertThat(german.faults(refusal, labels))
                .containsExactly(
                        new Fault("answers.system", "Which system? Muss etwas von dem sein, was zur Wahl steht."));
    }

    @Test
    void theNamesOfTheFirstCategoriesAreTranslatedAndOthersAreAsTheyAre() {
        assertThat(german.category("Technical Issues")).isEqualTo("Technische Störungen");
        assertThat(english.category("Technical Issues")).isEqualTo("Technical Issues");
        assertThat(german.category("Kaffee")).isEqualTo("Kaffee");
        assertThat(german.of("askDescription", "question")).isEqualTo("Was möchten Sie wissen?");
        assertThat(german.of("askDescription", "nonsense")).isEqualTo("Was ist geschehen?");
    }

    @Test
    void aRefusalWithoutWordsOfTheLanguageIsToldInEnglishAndSaidToBeSo() {
        SwitchboardException known = new SwitchboardException(ErrorCode.LINK_NOT_VALID, "This link is not valid");
        assertThat(german.refusal(known)).startsWith("Dieser Link gilt nicht mehr.");
        assertThat(german.isForeign(known)).isFalse();
        SwitchboardException other = new SwitchboardException(ErrorCode.STALE_VERSION, "Somebody was faster");
        assertThat(german.refusal(other)).isEqualTo("Somebody was faster");
        assertThat(german.isForeign(other)).isTrue();
        assertThat(english.isForeign(other)).isFalse();
    }
}
