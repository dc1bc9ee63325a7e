package io.switchboard.core.desk.survey;

import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.desk.survey.SurveyPolicy.Rule;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamRow;
import io.switchboard.core.store.people.TeamStore;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds who leads the team of a ticket. Works in the thread's transaction. */
@Component(service = TeamLeads.class)
public final class TeamLeads {
    private final TeamStore teams;
    private final PersonStore persons;
    private final AccessStore access;

    /** Makes it. */
    @Activate
    public TeamLeads(@Reference TeamStore teams, @Reference PersonStore persons, @Reference AccessStore access) {
        this.teams = teams;
        this.persons = persons;
        this.access = access;
    }

    /**
     * Returns whom the policy names, if they are still there; else the first supervisor by name of the ticket's team, or of the
     * nearest team above that has one; null if there is none.
     */
    @Nullable
    PersonId of(Ticket ticket, Rule rule) {
        String named = rule.lead();
        if (named != null) {
            PersonId lead = PersonId.of(named);
            if (persons.find(lead).filter(TeamLeads::there).isPresent()
                    && (persons.isStaff(lead) || persons.isAgent(lead))) {
                return lead;
            }
        }
        Ticket.@Nullable TeamReference team = ticket.team();
        @Nullable TeamId next = team == null ? null : team.id();
        Set<TeamId> seen = new HashSet<>();
        // A team that comes again would lead in a circle.
        while (next != null && seen.add(next)) {
            Optional<PersonId> supervisor = supervisor(next);
            if (supervisor.isPresent()) {
                return supervisor.get();
            }
            next = teams.find(next).map(TeamRow::parent).orElse(null);
        }
        return null;
    }

    private Optional<PersonId> supervisor(TeamId team) {
        List<PersonId> members = teams.members(team);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Map<PersonId, Set<String>> roles = access.grants(members);
        List<PersonId> supervisors = members.stream()
                .filter(member -> roles.getOrDefault(member, Set.of()).contains(BuiltInRole.SUPERVISOR.id()))
                .toList();
        return supervisors.isEmpty()
                ? Optional.empty()
                : persons.find(supervisors).values().stream()
                        .filter(TeamLeads::there)
                        .min(Comparator.comparing(PersonRow::nameKey)
                                .thenComparing(row -> row.id().toString()))
                        .map(PersonRow::id);
    }

    private static boolean there(PersonRow person) {
        return person.active() && !person.erased();
    }
}
