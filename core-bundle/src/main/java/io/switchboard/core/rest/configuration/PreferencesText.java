package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.reaction.EventType;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.people.directory.Preferences;
import io.switchboard.core.people.directory.Preferences.Density;
import io.switchboard.core.people.directory.Preferences.Theme;
import io.switchboard.core.people.directory.Preferences.Way;
import io.switchboard.core.people.directory.QuietHours;
import io.switchboard.core.rest.LocaleText;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Preferences as they are sent and answered.
 *
 * @param language a BCP 47 tag
 * @param zone a time zone such as {@code Europe/Berlin}
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param density {@code comfortable} or {@code compact}
 * @param notifications kinds of events, each with the ways {@code desk}, {@code mail} and {@code push} by which to hear of it
 * @param quiet when to get no mail and nothing pushed, by the time zone
 * @param ui what pages remember: at most 100 texts under names that begin with {@code ui.}
 * @param signature what ends an agent's replies
 */
public record PreferencesText(
        @Nullable String language,
        @Nullable String zone,
        @Nullable String theme,
        @Nullable String density,
        @Nullable Map<String, List<String>> notifications,
        @Nullable QuietText quiet,
        @Nullable Map<String, String> ui,
        @Nullable String signature) {
    private static final Pattern UI_NAME = Pattern.compile("ui\\.[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final int MOST_UI = 100;
    private static final int LONGEST_UI = 2_000;
    private static final int LONGEST_SIGNATURE = 10_000;

    /** Quiet hours of each day, such as from {@code 22:00} to {@code 07:00}. */
    public record QuietText(@Nullable String from, @Nullable String to) {
        static @Nullable QuietText of(@Nullable QuietHours hours) {
            return hours == null
                    ? null
                    : new QuietText(hours.from().toString(), hours.to().toString());
        }

        QuietHours hours() {
            LocalTime begin = time("quiet.from", from);
            LocalTime end = time("quiet.to", to);
            if (begin.equals(end)) {
                throw SwitchboardException.field("quiet.to", "must be another time than quiet.from");
            }
            return new QuietHours(begin, end);
        }

        private static LocalTime time(String field, @Nullable String text) {
            try {
                return LocalTime.parse(String.valueOf(text)).truncatedTo(ChronoUnit.MINUTES);
            } catch (DateTimeParseException unreadable) {
                throw SwitchboardException.field(field, "must be a time of the day such as 22:00");
            }
        }
    }

    static PreferencesText of(Preferences preferences) {
        Map<String, List<String>> notifications = new TreeMap<>();
        preferences
                .notifications()
                .forEach((type, ways) -> notifications.put(
                        type.id(), ways.stream().map(Preferences::id).sorted().toList()));
        ZoneId zone = preferences.zone();
        return new PreferencesText(
                preferences.language(),
                zone == null ? null : zone.getId(),
                Preferences.id(preferences.theme()),
                Preferences.id(preferences.density()),
                notifications,
                QuietText.of(preferences.quiet()),
                new TreeMap<>(preferences.ui()),
                preferences.signature());
    }

    Preferences preferences() {
        new Limits().text("signature", signature, LONGEST_SIGNATURE).check();
        return new Preferences(
                language == null ? null : LocaleText.language("language", language),
                zone == null ? null : LocaleText.zone("zone", zone),
                theme == null ? Theme.SYSTEM : Theme.of(theme),
                density == null ? Density.COMFORTABLE : Density.of(density),
                wanted(),
                quiet == null ? null : quiet.hours(),
                remembered(),
                signature);
    }

    private Map<EventType, Set<Way>> wanted() {
        Map<EventType, Set<Way>> wanted = new LinkedHashMap<>();
        if (notifications != null) {
            notifications.forEach((type, ways) -> {
                if (ways == null || ways.contains(null)) {
                    throw SwitchboardException.field("notifications." + type, "must be a list of ways");
                }
                wanted.put(
                        EventType.of(type, "notifications"),
                        ways.stream().map(Way::of).collect(Collectors.toSet()));
            });
        }
        return wanted;
    }

    private Map<String, String> remembered() {
        if (ui == null) {
            return Map.of();
        }
        Limits limits = new Limits();
        if (ui.size() > MOST_UI) {
            limits.wrong("ui", "must have at most " + MOST_UI + " entries");
        }
        ui.forEach((name, value) -> {
            if (!UI_NAME.matcher(name).matches()) {
                limits.wrong("ui", "must have names such as ui.sidebar, of at most 83 letters, digits and . _ -");
            } else if (value == null) {
                limits.wrong("ui." + name, "must be a text");
            } else {
                limits.text("ui." + name, value, LONGEST_UI);
            }
        });
        limits.check();
        return ui;
    }
}
