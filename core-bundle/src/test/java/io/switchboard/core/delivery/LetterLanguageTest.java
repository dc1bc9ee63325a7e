package io.switchboard.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "de, GERMAN",
        "de-AT, GERMAN",
        "DE, GERMAN",
        "en-US, ENGLISH",
        "fr, ENGLISH",
        "den, ENGLISH",
        "'', ENGLISH",
        ", ENGLISH"
    })
    void whoReadsGermanIsWrittenToInGermanAndEverybodyElseInEnglish(String language, LetterLanguage expected) {
        assertThat(LetterLanguage.of(language)).isEqualTo(expected);
    }

    @Test
    void theBestOfSeveralCounts() {
        assertThat(LetterLanguage.firstOf(List.of(Locale.FRENCH, Locale.GERMANY, Locale.UK)))
                .isEqualTo(LetterLanguage.GERMAN);
        assertThat(LetterLanguage.firstOf(List.of(Locale.UK, Locale.GERMANY))).isEqualTo(LetterLanguage.ENGLISH);
        assertThat(LetterLanguage.firstOf(List.of())).isEqualTo(LetterLanguage.ENGLISH);
    }
}
