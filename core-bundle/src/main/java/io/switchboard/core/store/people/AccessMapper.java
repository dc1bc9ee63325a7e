package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.people.AccessStore.Grant;
import io.switchboard.core.store.people.AccessStore.LinkRow;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import io.switchboard.core.store.people.AccessStore.SessionRow;
import io.switchboard.core.store.people.AccessStore.TeamParent;
import io.switchboard.core.store.people.AccessStore.TokenRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Statements on roles, credentials, sessions, tokens and links. */
public interface AccessMapper {
    List<RoleRow> roles();

    void insertRole(RoleRow role);

    int updateRole(@Param("row") RoleRow row, @Param("expected") long expected);

    void deleteRole(String id);

    List<Grant> grants(@Param("persons") Collection<PersonId> persons);

    int activeHolders(@Param("roles") Collection<String> roles);

    List<RoleRow> rolesOf(PersonId person);

    int anybodyHas(String role);

    void grantRole(@Param("person") PersonId person, @Param("role") String role);

    void revokeRoles(PersonId person);

    List<TeamId> teamsOf(PersonId person);

    List<TeamParent> teamParents();

    Optional<String> passwordHash(PersonId person);

    void putPasswordHash(@Param("person") PersonId person, @Param("hash") String hash, @Param("now") Instant now);

    void insertSession(SessionRow session);

    Optional<SessionRow> session(String tokenHash);

    void touchSession(@Param("tokenHash") String tokenHash, @Param("seenAt") Instant seenAt);

    void deleteSession(String tokenHash);

    void deleteSessions(PersonId person);

    void insertToken(TokenRow token);

    Optional<TokenRow> tokenByHash(String tokenHash);

    List<TokenRow> tokensOf(PersonId person);

    int deleteToken(@Param("person") PersonId person, @Param("id") UUID id);

    void touchToken(@Param("id") UUID id, @Param("usedAt") Instant usedAt);

    void insertLink(LinkRow link);

    Optional<LinkRow> link(String tokenHash);

    int useLink(@Param("tokenHash") String tokenHash, @Param("usedAt") Instant usedAt);

    void deleteExpiredSessions(Instant now);

    void deleteExpiredLinks(Instant now);

    void deleteLinks(@Param("person") PersonId person, @Param("purpose") String purpose);

    int updatePasswordHash(@Param("person") PersonId person, @Param("hash") String hash, @Param("now") Instant now);
}
