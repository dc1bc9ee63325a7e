package io.switchboard.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

    @ParameterizedTest
    @ValueSource(strings = {"#1a6b4f", "#ffee00", "#000000", "#FFFFFF", "#808080", "#ff0000", "#0000ff", "#123456"})
    void everyColourCanBeReadOnBothGroundsAndWhatStandsOnItToo(String text) {
        Accent accent = Accent.of(text).orElseThrow();

        assertThat(accent.onLight().contrast(Accent.LIGHT_GROUND)).isGreaterThanOrEqualTo(Accent.ENOUGH);
        assertThat(accent.onLight().contrast(new Accent(255, 255, 255))).isGreaterThanOrEqualTo(Accent.ENOUGH);
        assertThat(accent.onDark().contrast(Accent.DARK_GROUND)).isGreaterThanOrEqualTo(Accent.ENOUGH);
        assertThat(accent.onDark().contrast(Accent.of("#13161b").orElseThrow())).isGreaterThanOrEqualTo(Accent.ENOUGH);
    }

    @Test
    void whatCanBeReadStaysAsItIs() {
        assertThat(Accent.of("#1a6b4f").orElseThrow().onLight()).hasToString("#1a6b4f");
        assertThat(Accent.of("#ffee00").orElseThrow().onDark()).hasToString("#ffee00");
        assertThat(Accent.of("#ffee00").orElseThrow().onLight().toString()).isNotEqualTo("#ffee00");
    }

    @Test
    void blackAndWhiteDifferAsMuchAsAnythingCan() {
        assertThat(new Accent(0, 0, 0).contrast(new Accent(255, 255, 255))).isEqualTo(21.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#1234567", "#123456; } body { display: none"})
    void nothingElseIsAColour(String text) {
        assertThat(Accent.of(text)).isEmpty();
    }
}
