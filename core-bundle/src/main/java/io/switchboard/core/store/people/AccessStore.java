package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps who may do what, and how people prove who they are. Each method works in the thread's transaction. */
public interface AccessStore {
    /** A role with its rights as a JSON array. */
    record RoleRow(
            String id,
            String name,
            String rights,
            boolean builtIn,
            long version,
            Instant createdAt,
            Instant updatedAt) {}

    /** A session; only the hash of its token is known. */
    record SessionRow(
            String tokenHash,
            PersonId person,
            String csrfToken,
            Instant createdAt,
            Instant seenAt,
            Instant expiresAt) {}

    /** An API token; only its hash is known. */
    record TokenRow(
            UUID id,
            PersonId person,
            String name,
            String tokenHash,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** A link that acts once or for a while; only the hash of its token is known. */
    record LinkRow(
            String tokenHash,
            String purpose,
            PersonId person,
            @Nullable TicketId ticketId,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** Who has which role. */
    record Grant(PersonId person, String role) {}

    /** A team and the one above it. */
    record TeamParent(TeamId id, @Nullable TeamId parent) {}

    /** Returns all roles in the order of their ids. */
    List<RoleRow> roles();

    /** Adds a role. */
    void insertRole(RoleRow role);

    /** Changes a role that still has the expected version; false if it has not. */
    boolean updateRole(RoleRow role, long expectedVersion);

    /** Removes a role that is not built in. */
    void deleteRole(String id);

    /** Returns the roles of each of these persons; who has none is left out. */
    Map<PersonId, Set<String>> grants(Collection<PersonId> persons);

    /** Returns the ids of a person's roles. */
    default Set<String> grantsOf(PersonId person) {
        return grants(Set.of(person)).getOrDefault(person, Set.of());
    }

    /** Returns whether an active person has one of these roles. */
    boolean anyActiveHas(Collection<String> roles);

    /** Returns the roles of a person. */
    List<RoleRow> rolesOf(PersonId person);

    /** Returns whether anybody has a role. */
    boolean anybodyHas(String role);

    /** Gives a person a role that they have not. */
    void grantRole(PersonId person, String role);

    /** Takes all roles from a person. */
    void revokeRoles(PersonId person);

    /** Returns the teams a person belongs to. */
    List<TeamId> teamsOf(PersonId person);

    /** Returns all teams with those above them. */
    List<TeamParent> teamParents();

    /** Returns a person's password hash, or nothing. */
    Optional<String> passwordHash(PersonId person);

    /** Sets a person's password hash. */
    void putPasswordHash(PersonId person, String hash, Instant now);

    /** Adds a session. */
    void insertSession(SessionRow session);

    /** Returns a session, or nothing. */
    Optional<SessionRow> session(String tokenHash);

    /** Takes note that a session was used. */
    void touchSession(String tokenHash, Instant seenAt);

    /** Ends a session. */
    void deleteSession(String tokenHash);

    /** Ends all sessions of a person. */
    void deleteSessions(PersonId person);

    /** Adds an API token. */
    void insertToken(TokenRow token);

    /** Returns an API token by its hash, or nothing. */
    Optional<TokenRow> tokenByHash(String tokenHash);

    /** Returns a person's API tokens in the order of their ids. */
    List<TokenRow> tokensOf(PersonId person);

    /** Removes a person's API token; false if there is none. */
    boolean deleteToken(PersonId person, UUID id);

    /** Takes note that an API token was used. */
    void touchToken(UUID id, Instant usedAt);

    /** Adds a link. */
    void insertLink(LinkRow link);

    /** Returns a link by its hash, or nothing. */
    Optional<LinkRow> link(String tokenHash);

    /** Uses a link up; false if it was used before. */
    boolean useLink(String tokenHash, Instant usedAt);

    /** Removes a person's links of one purpose. */
    void deleteLinks(PersonId person, String purpose);

    /** Removes sessions that have expired. */
    void deleteExpiredSessions(Instant now);

    /** Removes links that have expired. */
    void deleteExpiredLinks(Instant now);
}
