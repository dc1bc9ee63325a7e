package io.switchboard.core.rest.people;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.rest.LocaleText;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads values that several requests on people have in common; what is wrong is named by its field. */
final class Reading {
    private static final int MOST = 100;
    private static final int PASSWORD_LEAST = 10;
    private static final int PASSWORD_MOST = 1_000;

    private Reading() {}

    static String name(@Nullable String name) {
        new Limits().line("name", name, 200).check();
        return String.valueOf(name).strip();
    }

    static @Nullable EmailAddress email(@Nullable String email) {
        return email == null ? null : EmailAddress.of(email, "email");
    }

    static @Nullable ZoneId zone(@Nullable String zone) {
        return zone == null ? null : LocaleText.zone("zone", zone);
    }

    static String language(String field, String tag) {
        return LocaleText.language(field, tag);
    }

    static List<String> languages(@Nullable List<String> tags) {
        return limited("languages", tags).stream()
                .map(tag -> language("languages", tag))
                .distinct()
                .toList();
    }

    static Set<TeamId> teams(@Nullable List<String> ids) {
        Set<TeamId> teams = new TreeSet<>();
        limited("teams", ids).forEach(id -> teams.add(team("teams", id)));
        return teams;
    }

    static TeamId team(String field, String id) {
        try {
            return TeamId.of(id);
        } catch (SwitchboardException noId) {
            throw SwitchboardException.field(field, "must be the id of a team");
        }
    }

    static <T> List<T> limited(String field, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > MOST || values.stream().anyMatch(Objects::isNull)) {
            throw SwitchboardException.field(field, "must have at most " + MOST + " entries, and none that is null");
        }
        return values;
    }

    static @Nullable String password(@Nullable String password, @Nullable String email) {
        if (password == null) {
            return null;
        }
        new Limits().text("password", password, PASSWORD_MOST).check();
        if (password.codePointCount(0, password.length()) < PASSWORD_LEAST || password.equalsIgnoreCase(email)) {
            throw SwitchboardException.field(
                    "password", "must have at least " + PASSWORD_LEAST + " characters and not be the address");
        }
        return password;
    }

    /** Reads a mail address that must be given. */
    static EmailAddress address(@Nullable String email) {
        return EmailAddress.of(email == null ? "" : email, "email");
    }

    static boolean flag(@Nullable Boolean value, boolean otherwise) {
        return value == null ? otherwise : value;
    }
}
