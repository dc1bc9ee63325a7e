package io.switchboard.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/**
 * How somebody looks at the desk.
 *
 * @param width of the window in pixels
 * @param theme of the system
 * @param locale that the browser asks for
 */
record Look(int width, ColorScheme theme, String locale) {
    static final Look USUAL = new Look(1440, ColorScheme.LIGHT, "en-GB");
    static final Look PHONE = new Look(390, ColorScheme.LIGHT, "en-GB");

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, isNarrow() ? 844 : 900)
                .setColorScheme(theme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(locale);
    }

    /** Whether it is a telephone. */
    boolean isNarrow() {
        return width < 600;
    }

    boolean isLight() {
        return theme == ColorScheme.LIGHT;
    }

    @Override
    public String toString() {
        return width + "-" + theme.name().toLowerCase(Locale.ROOT);
    }
}
