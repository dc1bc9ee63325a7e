package io.switchboard.core.people.directory;

import io.switchboard.api.people.Right;
import io.switchboard.core.people.StoredRights;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import java.time.Instant;
import java.util.Set;

/** A role as it is read. */
public record RoleProfile(
        String id, Details details, boolean builtIn, long version, Instant createdAt, Instant updatedAt) {
    /** What of a role may be changed: its name and what it allows. */
    public record Details(String name, Set<Right> rights) {
        /** Keeps a copy. */
        public Details {
            rights = Set.copyOf(rights);
        }

        String rightsAsJson() {
            return Json.write(rights.stream().map(Right::id).sorted().toList());
        }
    }

    static RoleProfile of(RoleRow row) {
        return new RoleProfile(
                row.id(),
                new Details(row.name(), StoredRights.of(row)),
                row.builtIn(),
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }
}
