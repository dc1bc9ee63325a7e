package io.switchboard.core.people.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.Right;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A role as it is read. */
public record RoleProfile(
        String id, Details details, boolean builtIn, long version, Instant createdAt, Instant updatedAt) {
    private static final TypeReference<List<String>> RIGHTS = new TypeReference<>() {};

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
        Set<Right> rights = Json.read(row.rights(), RIGHTS).stream()
                .map(id -> Right.of(id, "rights"))
                .collect(Collectors.toSet());
        return new RoleProfile(
                row.id(),
                new Details(row.name(), rights),
                row.builtIn(),
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }
}
