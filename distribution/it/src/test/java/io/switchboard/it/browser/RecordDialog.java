package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The dialog in which administrators make or change an entry, such as a person or a team. */
final class RecordDialog {
    private RecordDialog() {}

    /** Opens it for a new entry. */
    static void add(Screen screen) {
        screen.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Add an? ")))
                .first()
                .click();
        assertThat(screen.at("dialog.record")).isVisible();
    }

    /** Fills in a field, by its name in the API. */
    static void type(Screen screen, String field, String text) {
        screen.at("#setting-" + field).fill(text);
    }

    /** Presses the button that keeps it. */
    static void save(Screen screen) {
        screen.at("dialog.record .primary").click();
    }
}
