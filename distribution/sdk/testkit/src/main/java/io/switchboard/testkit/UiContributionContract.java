package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.ui.UiContribution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every {@link UiContribution} must do. */
public interface UiContributionContract {
    /** Returns the contribution under test. */
    UiContribution testee();

    /** It says where it belongs. */
    @Test
    default void namesItsSlotAndTitle() throws Exception {
        Checks.id(() -> testee().slot(), 60);
        Checks.line(testee().title(), "title");
        assertThat(testee().rights()).doesNotContainNull();
    }

    /** Its module is a file of the bundle that exports the class. */
    @Test
    default void bringsItsModule() throws IOException {
        assertThat(testee().module()).endsWith(".js").doesNotStartWith("/").doesNotContain("..");
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
