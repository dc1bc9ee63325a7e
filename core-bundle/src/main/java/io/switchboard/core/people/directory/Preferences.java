package io.switchboard.core.people.directory;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.reaction.EventType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants the desk to be. It says nothing about what they may do.
 *
 * @param language the BCP 47 tag of the language they read, or null for that of their profile
 * @param zone the time zone in which times are shown to them, or null for that of their profile
 * @param theme light, dark, or as their machine has it
 * @param density how close together things stand
 * @param notifications of what they want to hear, and by which way; what is not there is left to the desk
 * @param quiet when they want no mail and nothing pushed, by their time zone, or null
 * @param ui what pages remember for them
 * @param signature what ends their replies, or null; agents only
 */
public record Preferences(
        @Nullable String language,
        @Nullable ZoneId zone,
        Theme theme,
        Density density,
        Map<EventType, Set<Way>> notifications,
        @Nullable QuietHours quiet,
        Map<String, String> ui,
        @Nullable String signature) {
    /** Keeps copies. */
    public Preferences {
        notifications = Map.copyOf(notifications);
        ui = Map.copyOf(ui);
    }

    /** Returns the same with another language, time zone and signature. */
    Preferences with(@Nullable String otherLanguage, @Nullable ZoneId otherZone, @Nullable String otherSignature) {
        return new Preferences(otherLanguage, otherZone, theme, density, notifications, quiet, ui, otherSignature);
    }

    /** Which colours pages have. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK;

        /** Reads the name in the API, or refuses with {@code invalid-field} naming {@code theme}. */
        public static Theme of(String id) {
            return named("theme", values(), id);
        }
    }

    /** How close together things stand. */
    public enum Density {
        COMFORTABLE,
        COMPACT;

        /** Reads the name in the API, or refuses with {@code invalid-field} naming {@code density}. */
        public static Density of(String id) {
            return named("density", values(), id);
        }
    }

    /** By which way somebody hears of something. */
    public enum Way {
        DESK,
        MAIL,
        PUSH;

        /** Reads the name in the API, or refuses with {@code invalid-field} naming {@code notifications}. */
        public static Way of(String id) {
            return named("notifications", values(), id);
        }
    }

    /** Returns the name of a value in the API. */
    public static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E named(String field, E[] values, String id) {
        return Arrays.stream(values)
                .filter(value -> id(value).equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        field,
                        "must be one of "
                                + Arrays.stream(values).map(Preferences::id).toList()));
    }
}
