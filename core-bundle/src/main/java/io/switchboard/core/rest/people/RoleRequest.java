package io.switchboard.core.rest.people;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.people.directory.RoleProfile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A role as it is sent; its id only when it is made. */
record RoleRequest(
        @Nullable String id,
        @Nullable String name,
        @Nullable List<String> rights) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    static RoleRequest of(RoleProfile role) {
        return new RoleRequest(
                role.id(),
                role.details().name(),
                role.details().rights().stream().map(Right::id).sorted().toList());
    }

    String newId() {
        if (id == null || !ID.matcher(id).matches()) {
            throw SwitchboardException.field(
                    "id", "must be a lower-case letter followed by up to 39 letters, digits and -");
        }
        return id;
    }

    RoleProfile.Details details() {
        return new RoleProfile.Details(
                Reading.name(name),
                Reading.limited("rights", rights).stream()
                        .map(right -> Right.of(right, "rights"))
                        .collect(Collectors.toSet()));
    }
}
