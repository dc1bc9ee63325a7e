package io.switchboard.core.people;

import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import io.switchboard.core.store.people.AccessStore.TeamParent;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.SecondFactorStore;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes callers of persons: with the rights of their roles, their teams and those below. Who has no role is a customer.
 * Works in the thread's transaction.
 */
@Component(service = Callers.class)
public final class Callers {
    private final PersonStore persons;
    private final AccessStore access;
    private final SecondFactorStore secondFactors;
    private final SignInPolicy policy;

    /** Makes it. */
    @Activate
    public Callers(
            @Reference PersonStore persons,
            @Reference AccessStore access,
            @Reference SecondFactorStore secondFactors,
            @Reference SignInPolicy policy) {
        this.persons = persons;
        this.access = access;
        this.secondFactors = secondFactors;
        this.policy = policy;
    }

    /** Returns a person as a caller, or nothing if they may not sign in. */
    public Optional<Caller> of(PersonId id, String channel) {
        return persons.find(id)
                .filter(person -> person.active() && !person.erased())
                .map(person -> caller(person, channel));
    }

    private Caller caller(PersonRow person, String channel) {
        Set<TeamId> own = Set.copyOf(access.teamsOf(person.id()));
        Caller caller = Caller.person(person.id(), rights(person.id()), channel)
                .withTeams(own, own.isEmpty() ? own : withThoseBelow(own));
        OrganizationId organization = person.organization();
        return organization != null && persons.sharesTickets(organization) ? caller.sharing(organization) : caller;
    }

    /** The rights of somebody who must have a second factor rest until they have one. */
    private Set<Right> rights(PersonId person) {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        List<RoleRow> granted = access.rolesOf(person);
        if (policy.demandsSecondFactor(granted) && !secondFactors.confirmed(person)) {
            return rights;
        }
        Stream<RoleRow> roles = granted.isEmpty()
                ? access.roles().stream().filter(role -> role.id().equals(BuiltInRole.CUSTOMER.id()))
                : granted.stream();
        roles.forEach(role -> rights.addAll(StoredRights.of(role)));
        return rights;
    }

    private Set<TeamId> withThoseBelow(Set<TeamId> own) {
        List<TeamParent> all = access.teamParents();
        Set<TeamId> reached = new HashSet<>(own);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (TeamParent team : all) {
                TeamId parent = team.parent();
                grown |= parent != null && reached.contains(parent) && reached.add(team.id());
            }
        }
        return reached;
    }
}
