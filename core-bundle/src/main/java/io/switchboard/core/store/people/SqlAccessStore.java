package io.switchboard.core.store.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles, credentials, sessions, tokens and links in SQL. */
@Component(service = AccessStore.class)
public final class SqlAccessStore implements AccessStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlAccessStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public List<RoleRow> roles() {
        return mapper().roles();
    }

    @Override
    public void insertRole(RoleRow role) {
        mapper().insertRole(role);
    }

    @Override
    public boolean updateRole(RoleRow role, long expectedVersion) {
        return mapper().updateRole(role, expectedVersion) == 1;
    }

    @Override
    public void deleteRole(String id) {
        mapper().deleteRole(id);
    }

    @Override
    public Map<PersonId, Set<String>> grants(Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        return mapper().grants(persons).stream().collect(groupingBy(Grant::person, mapping(Grant::role, toSet())));
    }

    @Override
    public boolean anyActiveHas(Collection<String> roles) {
        return !roles.isEmpty() && mapper().activeHolders(roles) > 0;
    }

    @Override
    public List<RoleRow> rolesOf(PersonId person) {
        return mapper().rolesOf(person);
    }

    @Override
    public boolean anybodyHas(String role) {
        return mapper().anybodyHas(role) > 0;
    }

    @Override
    public void grantRole(PersonId person, String role) {
        mapper().grantRole(person, role);
    }

    @Override
    public void revokeRoles(PersonId person) {
        mapper().revokeRoles(person);
    }

    @Override
    public List<TeamId> teamsOf(PersonId person) {
        return mapper().teamsOf(person);
    }

    @Override
    public List<TeamParent> teamParents() {
        return mapper().teamParents();
    }

    @Override
    public Optional<String> passwordHash(PersonId person) {
        return mapper().passwordHash(person);
    }

    @Override
    public void putPasswordHash(PersonId person, String hash, Instant now) {
        if (mapper().updatePasswordHash(person, hash, now) == 0) {
            mapper().putPasswordHash(person, hash, now);
        }
    }

    @Override
    public void insertSession(SessionRow session) {
        mapper().insertSession(session);
    }

    @Override
    public Optional<SessionRow> session(String tokenHash) {
        return mapper().session(tokenHash);
    }

    @Override
    public void touchSession(String tokenHash, Instant seenAt) {
        mapper().touchSession(tokenHash, seenAt);
    }

    @Override
    public void deleteSession(String tokenHash) {
        mapper().deleteSession(tokenHash);
    }

    @Override
    public void deleteSessions(PersonId person) {
        mapper().deleteSessions(person);
    }

    @Override
    public void insertToken(TokenRow token) {
        mapper().insertToken(token);
    }

    @Override
    public Optional<TokenRow> tokenByHash(String tokenHash) {
        return mapper().tokenByHash(tokenHash);
    }

    @Override
    public List<TokenRow> tokensOf(PersonId person) {
        return mapper().tokensOf(person);
    }

    @Override
    public boolean deleteToken(PersonId person, UUID id) {
        return mapper().deleteToken(person, id) > 0;
    }

    @Override
    public void touchToken(UUID id, Instant usedAt) {
        mapper().touchToken(id, usedAt);
    }

    @Override
    public void insertLink(LinkRow link) {
        mapper().insertLink(link);
    }

    @Override
    public Optional<LinkRow> link(String tokenHash) {
        return mapper().link(tokenHash);
    }

    @Override
    public boolean useLink(String tokenHash, Instant usedAt) {
        return mapper().useLink(tokenHash, usedAt) > 0;
    }

    @Override
    public void deleteLinks(PersonId person, String purpose) {
        mapper().deleteLinks(person, purpose);
    }

    @Override
    public void deleteExpiredSessions(Instant now) {
        mapper().deleteExpiredSessions(now);
    }

    @Override
    public void deleteExpiredLinks(Instant now) {
        mapper().deleteExpiredLinks(now);
    }

    private AccessMapper mapper() {
        return mappers.of(AccessMapper.class);
    }
}
