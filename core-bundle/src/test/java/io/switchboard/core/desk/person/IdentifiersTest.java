package io.switchboard.core.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a person is found in what others wrote. */
class IdentifiersTest {
    private final Identifiers ada = Identifiers.of(List.of("Ada O'Brien", "ada@example.org", "+49 30 123", "Al"));

    @Test
    void nameAddressAndNumberAreTakenOutHoweverTheyAreCased() {
        assertThat(ada.mask("Dear ADA  O'BRIEN (Ada@Example.org, +49 30 123)"))
                .isEqualTo("Dear [erased] ([erased], [erased])");
    }

    @Test
    void theyAreFoundInHtmlToo() {
        assertThat(ada.mask("<p>Ada O&#39;Brien, ada&#64;example.org, &#43;49 30 123</p>"))
                .isEqualTo("<p>[erased], [erased], [erased]</p>");
    }

    @Test
    void whatOnlyBeginsOrEndsAlikeStays() {
        String others = "Ada O'Briens, nada@example.org, ada@example.organic, Al, Ada";
        assertThat(ada.mask(others)).isEqualTo(others);
        assertThat(ada.standIn(others)).isFalse();
        assertThat(ada.standIn(null)).isFalse();
    }

    @Test
    void nobodyIsFoundOfWhomNothingIsKnown() {
        assertThat(Identifiers.of(List.of()).mask("Al")).isEqualTo("Al");
        assertThat(Identifiers.of(List.of(" ")).standIn("  ")).isFalse();
    }

    @Test
    void whatLooksLikeAnExpressionIsTakenByTheLetter() {
        assertThat(Identifiers.of(List.of("A.*\\E(b")).mask("Axxb A.*\\E(b")).isEqualTo("Axxb [erased]");
    }
}
