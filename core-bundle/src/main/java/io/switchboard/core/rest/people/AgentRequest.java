package io.switchboard.core.rest.people;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.people.directory.AgentProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An agent as they are sent; the password is never answered. */
record AgentRequest(
        @Nullable String name,
        @Nullable String email,
        @Nullable String password,
        @Nullable Boolean active,
        @Nullable Boolean senior,
        @Nullable List<String> roles,
        @Nullable List<String> teams,
        @Nullable Map<String, Integer> skills,
        @Nullable Map<String, String> certificates,
        @Nullable List<String> languages,
        @Nullable String zone,
        @Nullable List<Hours> workingHours,
        @Nullable String signature) {
    private static final Pattern SKILL = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
    private static final int SIGNATURE = 10_000;

    static AgentRequest of(AgentProfile.Details agent) {
        return new AgentRequest(
                agent.name(),
                agent.email() == null ? null : agent.email().text(),
                null,
                agent.active(),
                agent.senior(),
                List.copyOf(agent.roles()),
                agent.teams().stream().map(Object::toString).toList(),
                agent.skills(),
                Certificates.texts(agent.certificates()),
                agent.languages(),
                agent.zone() == null ? null : agent.zone().getId(),
                agent.workingHours().stream().map(Hours::of).toList(),
                agent.signature());
    }

    AgentProfile.Details details() {
        new Limits().text("signature", signature, SIGNATURE).check();
        return new AgentProfile.Details(
                Reading.name(name),
                Reading.email(email),
                Reading.flag(active, true),
                Reading.flag(senior, false),
                checkedRoles(),
                Reading.teams(teams),
                checkedSkills(),
                Certificates.days(certificates),
                Reading.languages(languages),
                Reading.zone(zone),
                Reading.limited("workingHours", workingHours).stream()
                        .map(Hours::hours)
                        .toList(),
                signature);
    }

    @Nullable
    String checkedPassword() {
        return Reading.password(password, email);
    }

    private Set<String> checkedRoles() {
        Set<String> wanted =
                roles == null ? Set.of(BuiltInRole.AGENT.id()) : new TreeSet<>(Reading.limited("roles", roles));
        if (wanted.stream().allMatch(BuiltInRole.CUSTOMER.id()::equals)) {
            throw SwitchboardException.field("roles", "must hold a role besides customer, for example agent");
        }
        return wanted;
    }

    private Map<String, Integer> checkedSkills() {
        if (skills == null) {
            return Map.of();
        }
        if (skills.size() > 100) {
            throw SwitchboardException.field("skills", "must have at most 100 skills");
        }
        skills.forEach((skill, level) -> {
            if (!SKILL.matcher(skill).matches() || level == null || level < 1 || level > 5) {
                throw SwitchboardException.field(
                        "skills", "must give ids such as network a level from 1 (knows it) to 5 (teaches it)");
            }
        });
        return skills;
    }
}
