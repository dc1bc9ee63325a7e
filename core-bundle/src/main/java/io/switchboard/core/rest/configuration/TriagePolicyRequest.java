package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.triage.StoredTriagePolicy.Content;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What triage is to go by; what else is left out is as on a new desk. */
public record TriagePolicyRequest(
        @Nullable String defaultTeam,
        @Nullable List<String> manualTeams,
        @Nullable Double threshold,
        @Nullable Map<String, List<String>> skills) {
    Content content() {
        if (defaultTeam == null) {
            throw SwitchboardException.field(
                    "defaultTeam", "must be given, so that what nobody else claims is not lost from sight");
        }
        Map<String, List<String>> ofEntries = whole("skills", skills);
        ofEntries.forEach((entry, ids) -> whole("skills." + entry, ids));
        return new Content(
                defaultTeam,
                manualTeams == null ? Content.DEFAULT.manualTeams() : whole("manualTeams", manualTeams),
                threshold == null ? Content.DEFAULT.threshold() : threshold,
                ofEntries);
    }

    private static <V> Map<String, V> whole(String field, @Nullable Map<String, V> values) {
        if (values == null) {
            return Map.of();
        }
        whole(field, values.values());
        return values;
    }

    private static <C extends Collection<?>> C whole(String field, C values) {
        if (values.stream().anyMatch(Objects::isNull)) {
            throw SwitchboardException.field(field, "must not hold null");
        }
        return values;
    }
}
