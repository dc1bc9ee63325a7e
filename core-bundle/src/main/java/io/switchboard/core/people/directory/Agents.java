package io.switchboard.core.people.directory;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.people.Passwords;
import io.switchboard.core.people.Sessions;
import io.switchboard.core.people.directory.AgentProfile.Details;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.NamePosition;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonSearch;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Use cases on agents. Who has which role may be changed only with {@code role.edit}; and nobody without it may take over
 * the account of somebody who may do more than they, close it or open it again.
 */
@Component(service = Agents.class)
public final class Agents {
    private static final String TAKEN = "Somebody has this address already; use another, or edit them";

    private final Transactions transactions;
    private final PeopleChanges changes;
    private final PersonStore persons;
    private final AccessStore access;
    private final TeamStore teams;
    private final Roles roles;
    private final Sessions sessions;
    private final IdGenerator ids;

    /** Makes it. */
    @Activate
    public Agents(
            @Reference Transactions transactions,
            @Reference PeopleChanges changes,
            @Reference PersonStore persons,
            @Reference AccessStore access,
            @Reference TeamStore teams,
            @Reference Roles roles,
            @Reference Sessions sessions,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.changes = changes;
        this.persons = persons;
        this.access = access;
        this.teams = teams;
        this.roles = roles;
        this.sessions = sessions;
        this.ids = ids;
    }

    /** Returns agents in the order of their names. */
    public List<AgentProfile> list(Caller caller, @Nullable String prefix, @Nullable NamePosition after, int limit) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return transactions.read(() -> {
            List<PersonRow> rows = persons.list(new PersonSearch(true, prefix, null, after, limit));
            List<PersonId> found = rows.stream().map(PersonRow::id).toList();
            Map<PersonId, Set<String>> granted = access.grants(found);
            Map<PersonId, Set<TeamId>> joined = teams.teamsOf(found);
            return rows.stream()
                    .map(row -> AgentProfile.of(
                            row, granted.getOrDefault(row.id(), Set.of()), joined.getOrDefault(row.id(), Set.of())))
                    .toList();
        });
    }

    /** Returns an agent. */
    public AgentProfile get(Caller caller, PersonId id) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return transactions.read(() -> find(id));
    }

    /** Makes an agent, of a known customer if the address is theirs; without a password they must be invited. */
    public AgentProfile make(Caller caller, Details details, @Nullable String password) {
        AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        if (!details.roles().equals(Set.of(BuiltInRole.AGENT.id()))) {
            AccessPolicy.require(caller, Right.ROLE_EDIT);
        }
        String hash = password == null ? null : Passwords.hash(password);
        return changes.run(TAKEN, () -> {
            Instant now = PeopleChanges.now();
            Optional<PersonRow> known =
                    Optional.ofNullable(details.email()).map(EmailAddress::key).flatMap(persons::byEmailKey);
            PersonRow person = known.orElseGet(() -> insert(details.name(), now));
            if (persons.isAgent(person.id())) {
                throw new SwitchboardException(ErrorCode.ALREADY_EXISTS, TAKEN);
            }
            changes.made(person.id());
            AgentProfile made = put(person, details, hash, now);
            changes.note(caller, AuditKind.PERSON_MADE, "person:" + made.id(), null, made.details());
            return made;
        });
    }

    /** Changes an agent who still has the given version; a password, if there is one, replaces the old one. */
    public AgentProfile edit(Caller caller, PersonId id, long version, Details details, @Nullable String password) {
        AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        String hash = password == null ? null : Passwords.hash(password);
        return changes.run(TAKEN, () -> {
            AgentProfile known = find(id);
            if (known.version() != version) {
                throw PeopleChanges.stale();
            }
            checkReach(caller, known.details(), details, hash != null);
            AgentProfile changed = put(persons.find(id).orElseThrow(), details, hash, PeopleChanges.now());
            if (hash != null || !details.active()) {
                sessions.endAll(id);
            }
            roles.demandSomebodyInCharge();
            changes.note(caller, AuditKind.PERSON_CHANGED, "person:" + id, known.details(), changed.details());
            if (hash != null) {
                changes.note(caller, AuditKind.PASSWORD_SET, "person:" + id, null, null);
            }
            return changed;
        });
    }

    private PersonRow insert(String name, Instant now) {
        PersonRow row = PersonRows.somebody(new PersonId(ids.next()), name, now);
        persons.insert(row);
        return row;
    }

    private AgentProfile put(PersonRow person, Details details, @Nullable String hash, Instant now) {
        roles.demandKnown(details.roles());
        if (teams.count(details.teams()) != details.teams().size()) {
            throw SwitchboardException.field("teams", "must be ids of teams");
        }
        PersonRow row = PersonRows.agent(person, details, person.version() + 1, now);
        PeopleChanges.changed(persons.update(row, person.version()));
        access.revokeRoles(row.id());
        details.roles().forEach(role -> access.grantRole(row.id(), role));
        teams.join(row.id(), details.teams());
        if (hash != null) {
            access.putPasswordHash(row.id(), hash, now);
        }
        return AgentProfile.of(row, details.roles(), details.teams());
    }

    private void checkReach(Caller caller, Details known, Details wanted, boolean password) {
        if (!known.roles().equals(wanted.roles())) {
            AccessPolicy.require(caller, Right.ROLE_EDIT);
        }
        boolean takesOver = password || !Objects.equals(known.email(), wanted.email());
        boolean closes = known.active() != wanted.active();
        if ((takesOver || closes) && !caller.rights().containsAll(roles.rightsOf(known.roles()))) {
            AccessPolicy.require(caller, Right.ROLE_EDIT);
        }
    }

    private AgentProfile find(PersonId id) {
        PersonRow row = persons.find(id)
                .filter(person -> !person.erased() && persons.isAgent(id))
                .orElseThrow(() -> SwitchboardException.notFound("agent"));
        Set<PersonId> one = Set.of(id);
        return AgentProfile.of(
                row,
                access.grants(one).getOrDefault(id, Set.of()),
                teams.teamsOf(one).getOrDefault(id, Set.of()));
    }
}
