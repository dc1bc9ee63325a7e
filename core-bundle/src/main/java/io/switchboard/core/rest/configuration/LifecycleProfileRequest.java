package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.lifecycle.ProfileFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lifecycle profile as it is wanted.
 *
 * @param statuses in the order of display, the initial one first
 */
public record LifecycleProfileRequest(
        @Nullable String id,
        @Nullable String name,
        @Nullable List<StatusRequest> statuses) {
    /** A status, with the ids of those that may follow it. */
    public record StatusRequest(
            @Nullable String id,
            @Nullable String name,
            @Nullable String stage,
            @Nullable String nextMove,
            @Nullable String category,
            @Nullable List<String> runningClocks,
            @Nullable List<String> next) {
        private ProfileFile.Entry entry(String place) {
            return new ProfileFile.Entry(
                    text(id),
                    text(name),
                    text(stage),
                    text(nextMove),
                    text(category),
                    new HashSet<>(given(place + ".runningClocks", runningClocks)),
                    given(place + ".next", next));
        }
    }

    /**
     * Returns the profile, which is not checked yet.
     *
     * @param address the id that the address gives, or null if it gives none
     */
    ProfileFile file(@Nullable String address) {
        if (address != null && id != null && !id.equals(address)) {
            throw SwitchboardException.field("id", "must be that of the address, or be left out");
        }
        List<ProfileFile.Entry> entries = new ArrayList<>();
        for (StatusRequest status : given("statuses", statuses)) {
            entries.add(status.entry("statuses[" + entries.size() + "]"));
        }
        return new ProfileFile(address == null ? text(id) : address, text(name), entries);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static <C extends Collection<?>> C given(String field, @Nullable C value) {
        if (value == null || value.stream().anyMatch(Objects::isNull)) {
            throw SwitchboardException.field(field, "must be given, and must not hold null");
        }
        return value;
    }
}
