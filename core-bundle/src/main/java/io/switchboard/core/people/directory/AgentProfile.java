package io.switchboard.core.people.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.people.WorkingHours;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.people.PersonRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An agent as they are read. */
public record AgentProfile(PersonId id, Details details, long version, Instant createdAt, Instant updatedAt) {
    private static final TypeReference<Map<String, Integer>> SKILLS = new TypeReference<>() {};
    private static final TypeReference<Map<String, LocalDate>> CERTIFICATES = new TypeReference<>() {};
    private static final TypeReference<List<String>> LANGUAGES = new TypeReference<>() {};
    private static final TypeReference<List<WorkingHours>> HOURS = new TypeReference<>() {};

    /**
     * What of an agent may be changed.
     *
     * @param name the display name
     * @param email the address with which they sign in, or null
     * @param active whether they may sign in and are given tickets
     * @param senior whether they may be given the tickets of very important customers
     * @param roles ids of roles, at least one besides {@code customer}
     * @param teams the teams they belong to
     * @param skills skill ids with a level from 1 to 5
     * @param certificates certificate ids with the day on which each was last passed
     * @param languages BCP 47 tags, best first
     * @param zone where they work, or null for UTC
     * @param workingHours when they work; empty means always
     * @param signature what ends their replies, or null
     */
    public record Details(
            String name,
            @Nullable EmailAddress email,
            boolean active,
            boolean senior,
            Set<String> roles,
            Set<TeamId> teams,
            Map<String, Integer> skills,
            Map<String, LocalDate> certificates,
            List<String> languages,
            @Nullable ZoneId zone,
            List<WorkingHours> workingHours,
            @Nullable String signature) {
        /** Keeps copies. */
        public Details {
            roles = Set.copyOf(roles);
            teams = Set.copyOf(teams);
            skills = Map.copyOf(skills);
            certificates = Map.copyOf(certificates);
            languages = List.copyOf(languages);
            workingHours = List.copyOf(workingHours);
        }

        /** Returns the same with another signature. */
        Details signed(@Nullable String other) {
            return new Details(
                    name,
                    email,
                    active,
                    senior,
                    roles,
                    teams,
                    skills,
                    certificates,
                    languages,
                    zone,
                    workingHours,
                    other);
        }
    }

    static AgentProfile of(PersonRow row, Set<String> roles, Set<TeamId> teams) {
        String zone = row.zone();
        Details details = new Details(
                row.name(),
                PersonRows.address(row),
                row.active(),
                row.senior(),
                roles,
                teams,
                Json.read(row.skills(), SKILLS),
                Json.read(row.certificates(), CERTIFICATES),
                Json.read(row.languages(), LANGUAGES),
                zone == null ? null : ZoneId.of(zone),
                Json.read(row.workingHours(), HOURS),
                row.signature());
        return new AgentProfile(row.id(), details, row.version(), row.createdAt(), row.updatedAt());
    }
}
