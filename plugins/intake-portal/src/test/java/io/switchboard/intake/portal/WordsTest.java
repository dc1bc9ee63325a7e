package io.switchboard.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
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
        Set<String> german = new TreeSet<>(this.german.all().keySet());
        german.removeIf(name -> name.startsWith("wrong.") || name.startsWith("problem."));
        assertThat(german).isEqualTo(new TreeSet<>(english.all().keySet()));
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
        assertThat(english.errors(refusal)).containsExactly("Email must be given.");
        assertThat(german.errors(refusal)).containsExactly("Ihre Mailadresse: fehlt noch.");
        assertThat(german.errors(SwitchboardException.field("file", "must be at most 10 files")))
                .containsExactly("File: must be at most 10 files.");
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
