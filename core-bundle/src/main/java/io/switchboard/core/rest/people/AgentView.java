package io.switchboard.core.rest.people;

import io.switchboard.core.people.directory.AgentProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent as they are answered. */
public record AgentView(
        String id,
        String name,
        @Nullable String email,
        boolean active,
        boolean senior,
        List<String> roles,
        List<String> teams,
        Map<String, Integer> skills,
        Map<String, LocalDate> certificates,
        List<String> languages,
        @Nullable String zone,
        List<Hours> workingHours,
        @Nullable String signature,
        Instant createdAt,
        Instant updatedAt) {
    static AgentView of(AgentProfile agent) {
        AgentProfile.Details details = agent.details();
        return new AgentView(
                agent.id().toString(),
                details.name(),
                details.email() == null ? null : details.email().text(),
                details.active(),
                details.senior(),
                details.roles().stream().sorted().toList(),
                details.teams().stream().map(Object::toString).sorted().toList(),
                details.skills(),
                details.certificates(),
                details.languages(),
                details.zone() == null ? null : details.zone().getId(),
                details.workingHours().stream().map(Hours::of).toList(),
                details.signature(),
                agent.createdAt(),
                agent.updatedAt());
    }
}
