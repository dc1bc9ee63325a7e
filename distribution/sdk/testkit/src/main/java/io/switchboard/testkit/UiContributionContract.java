package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.ui.UiContribution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What every {@link UiContribution} must do. */
public interface UiContributionContract {
    /** How much of a title there is room for. */
    int LONGEST_TITLE = 60;

    /** Returns the contribution under test. */
    UiContribution testee();

    /** It says where it belongs. */
    @Test
    default void namesItsSlotAndTitle() throws Exception {
        assertThat(testee().slot()).isIn(UiContribution.SLOTS);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.ROOT)) {
            Checks.line(testee().title(language), "title");
            assertThat(testee().title(language)).hasSizeLessThanOrEqualTo(LONGEST_TITLE);
        }
        assertThat(testee().title(Locale.ENGLISH)).isEqualTo(testee().title());
        assertThat(testee().rights()).doesNotContainNull();
        if (testee().icon() != null) {
            Checks.id(() -> String.valueOf(testee().icon()), 40);
        }
    }

    /** Its module is a file of the bundle that exports the class. */
    @Test
    default void bringsItsModule() throws IOException {
        assertThat(testee().module()).startsWith("web/").endsWith(".js").doesNotContain("..");
        assertThat(testee().export()).matches("[A-Za-z_$][A-Za-z0-9_$]*");
        try (InputStream module = testee().getClass().getResourceAsStream("/" + testee().module())) {
            assertThat(module)
                    .as("the file %s in the bundle", testee().module())
                    .isNotNull();
            assertThat(new String(module.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(testee().export());
        }
    }
}
