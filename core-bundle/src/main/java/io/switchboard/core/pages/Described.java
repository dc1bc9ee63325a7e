package io.switchboard.core.pages;

import io.switchboard.api.people.Right;
import io.switchboard.api.ui.UiContribution;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What a contribution says of itself, held to what a page can show. */
record Described(
        String slot,
        String module,
        String export,
        String title,
        Map<String, String> titles,
        String icon,
        int order,
        Set<Right> rights) {
    private static final String USUAL_ICON = "plugin";
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN);
    private static final Pattern MODULE = Pattern.compile("web/([A-Za-z0-9_-]+/){0,5}[A-Za-z0-9_.-]{1,80}\\.js");
    private static final Pattern EXPORT = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]{0,79}");
    private static final Pattern TITLE = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,60}");
    private static final Pattern ICON = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /**
     * Asks a contribution.
     *
     * @throws IllegalStateException if what it says cannot be shown, which counts as a failure of the plugin
     */
    static Described by(UiContribution asked) {
        String title = fitting(TITLE, asked.title(), "title");
        Map<String, String> titles = new HashMap<>();
        for (Locale language : LANGUAGES) {
            String said = fitting(TITLE, asked.title(language), "title");
            if (!said.equals(title)) {
                titles.put(language.toLanguageTag(), said);
            }
        }
        if (!UiContribution.SLOTS.contains(asked.slot())) {
            throw new IllegalStateException("there is no slot '" + asked.slot() + "'");
        }
        return new Described(
                asked.slot(),
                fitting(MODULE, asked.module(), "module"),
                fitting(EXPORT, asked.export(), "export"),
                title,
                Map.copyOf(titles),
                fitting(ICON, Objects.requireNonNullElse(asked.icon(), USUAL_ICON), "icon"),
                asked.order(),
                Set.copyOf(asked.rights()));
    }

    private static String fitting(Pattern form, String said, String name) {
        if (said == null || !form.matcher(said).matches()) {
            throw new IllegalStateException("its " + name + " cannot be used: " + said);
        }
        return said;
    }
}
