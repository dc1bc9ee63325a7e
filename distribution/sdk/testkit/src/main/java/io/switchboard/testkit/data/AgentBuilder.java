package io.switchboard.testkit.data;

import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.people.WorkingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds agents, and the candidates they are. What a test does not name: active, English, UTC, always at work. */
public final class AgentBuilder {
    private final long serial;
    private String name;
    private boolean active = true;
    private final Set<TeamId> teams = new HashSet<>();
    private final Map<String, Integer> skills = new HashMap<>();
    private final Map<String, LocalDate> certificates = new HashMap<>();
    private List<String> languages = List.of("en");
    private ZoneId zone = ZoneOffset.UTC;
    private List<WorkingHours> workingHours = List.of();
    private boolean senior;
    private int openTickets;
    private boolean absent;
    private @Nullable Instant lastAssignedAt;
    private @Nullable Instant lastForRequester;

    AgentBuilder(long serial) {
        this.serial = serial;
        name = "Agent " + serial;
    }

    /** Sets the name. */
    public AgentBuilder name(String newName) {
        name = newName;
        return this;
    }

    /** Makes the agent inactive. */
    public AgentBuilder inactive() {
        active = false;
        return this;
    }

    /** Adds a team. */
    public AgentBuilder team(Team team) {
        teams.add(team.id());
        return this;
    }

    /** Adds a skill with a level from 1 to 5. */
    public AgentBuilder skill(String skill, int level) {
        skills.put(skill, level);
        return this;
    }

    /** Adds a certificate that was last passed on a day. */
    public AgentBuilder certificate(String certificate, LocalDate passedOn) {
        certificates.put(certificate, passedOn);
        return this;
    }

    /** Sets the languages, best first. */
    public AgentBuilder languages(String... tags) {
        languages = List.of(tags);
        return this;
    }

    /** Sets when and where the agent works. */
    public AgentBuilder works(ZoneId where, WorkingHours... hours) {
        zone = where;
        workingHours = List.of(hours);
        return this;
    }

    /** Makes the agent a senior one. */
    public AgentBuilder senior() {
        senior = true;
        return this;
    }

    /** Sets how many open tickets the candidate has. */
    public AgentBuilder openTickets(int count) {
        openTickets = count;
        return this;
    }

    /** Makes the candidate absent. */
    public AgentBuilder absent() {
        absent = true;
        return this;
    }

    /** Sets when the candidate was last given a ticket. */
    public AgentBuilder lastAssignedAt(Instant at) {
        lastAssignedAt = at;
        return this;
    }

    /** Sets when the candidate last had a ticket of the same requester. */
    public AgentBuilder lastForRequester(Instant at) {
        lastForRequester = at;
        return this;
    }

    /** Builds the agent. */
    public Agent build() {
        String email = "agent" + serial + "@example.com";
        return new Agent(
                SampleIds.person(serial),
                name,
                email,
                active,
                teams,
                skills,
                certificates,
                languages,
                zone,
                workingHours,
                senior);
    }

    /** Builds the agent as a candidate. */
    public Candidate candidate() {
        return new Candidate(build(), openTickets, lastAssignedAt, absent, lastForRequester);
    }
}
