package io.switchboard.core.plugins.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginTextsTest {
    private final PluginTexts texts = new PluginTexts(Map.of(
            "de", Map.of("plugin.name", "Empfang", "setting.desk.name", "Tresen"),
            "pt", Map.of("plugin.name", "Recepção", "plugin.description", "Um canal"),
            "pt-br", Map.of("plugin.name", "Portaria")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|de|Empfang",
                "de-AT|de|Empfang",
                "fr, de;q=0.8, en;q=0.5|de|Empfang",
                "en;q=0.5, de;q=0.8|de|Empfang",
                "pt|pt|Recepção",
                "pt-BR|pt-BR|Portaria",
                "en-GB, de|en|Front desk",
                "fr|en|Front desk",
                "de;q=0, fr|en|Front desk",
                "*|en|Front desk"
            })
    void aReaderIsAnsweredInTheFirstOfTheirLanguagesThatThePluginSpeaks(String asked, String language, String name) {
        SpokenTexts spoken = texts.in(ReaderLanguages.of(asked));

        assertThat(spoken.language()).isEqualTo(language);
        assertThat(spoken.name("Front desk")).isEqualTo(name);
    }

    @Test
    void aTextThatIsMissingIsTakenFromTheWiderLanguageAndThenFromThePluginItself() {
        SpokenTexts spoken = texts.in(ReaderLanguages.of("pt-BR"));

        assertThat(spoken.description("A channel")).isEqualTo("Um canal");
        assertThat(spoken.setting("desk", "Desk")).isEqualTo("Desk");
        assertThat(spoken.settingDescription("desk", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "!!!", "de;q=lots", "a-language-with-a-part-that-is-far-too-long", ";;;,,,", "../../etc"
            })
    void whatSaysNothingIntelligibleIsAnsweredInEnglish(String asked) {
        assertThat(texts.in(ReaderLanguages.of(asked))).isEqualTo(SpokenTexts.ENGLISH);
    }

    @Test
    void nobodyReadsMoreLanguagesThanTheDeskLooksAt() {
        assertThat(ReaderLanguages.of(null)).isEqualTo(ReaderLanguages.UNKNOWN);
        assertThat(ReaderLanguages.of("de,".repeat(1000)).ranges()).isEmpty();
        assertThat(ReaderLanguages.of("aa,ab,ae,af,ak,am,an,ar,as,av,ay,az").ranges())
                .hasSize(10);
    }

    @Test
    void theNamesOfAllLanguagesCanBeSearched() {
        assertThat(texts.names()).contains("Empfang", "Recepção", "Portaria", "Um canal");
        assertThat(PluginTexts.NONE.names()).isEmpty();
    }
}
