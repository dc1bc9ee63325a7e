package io.switchboard.core.rest.people;

import io.switchboard.api.people.Right;
import io.switchboard.core.people.directory.RoleProfile;
import java.time.Instant;
import java.util.List;

/** A role as it is answered. */
public record RoleView(
        String id, String name, List<String> rights, boolean builtIn, Instant createdAt, Instant updatedAt) {
    static RoleView of(RoleProfile role) {
        return new RoleView(
                role.id(),
                role.details().name(),
                role.details().rights().stream().map(Right::id).sorted().toList(),
                role.builtIn(),
                role.createdAt(),
                role.updatedAt());
    }
}
