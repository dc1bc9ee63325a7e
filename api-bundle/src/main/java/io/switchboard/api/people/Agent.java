package io.switchboard.api.people;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who works on tickets.
 *
 * @param id who
 * @param name the display name
 * @param email the address, or null
 * @param active whether they may sign in
 * @param teams the teams they belong to
 * @param skills skill ids, such as {@code network}, with a level from 1 (knows it) to 5 (teaches it)
 * @param certificates certificate ids, such as {@code card-payments}, with the day on which each was last passed; how
 *     long it holds is for whoever asks for it to say
 * @param languages BCP 47 tags of the languages they write, best first
 * @param zone where they work
 * @param workingHours when they work, in {@code zone}; empty means always
 * @param senior whether they may be given the tickets of very important customers
 */
public record Agent(
        PersonId id,
        String name,
        @Nullable String email,
        boolean active,
        Set<TeamId> teams,
        Map<String, Integer> skills,
        Map<String, LocalDate> certificates,
        List<String> languages,
        ZoneId zone,
        List<WorkingHours> workingHours,
        boolean senior) {
    /** Keeps copies. */
    public Agent {
        teams = Set.copyOf(teams);
        skills = Map.copyOf(skills);
        certificates = Map.copyOf(certificates);
        languages = List.copyOf(languages);
        workingHours = List.copyOf(workingHours);
    }
}
