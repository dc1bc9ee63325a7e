package io.switchboard.core.people;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.Right;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the rights of a role. One that this version does not know, left by a newer one, gives nothing and harms nobody. */
public final class StoredRights {
    private static final Logger LOG = LoggerFactory.getLogger(StoredRights.class);
    private static final TypeReference<List<String>> IDS = new TypeReference<>() {};
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private StoredRights() {}

    /** Returns the rights that a role gives. */
    public static Set<Right> of(RoleRow role) {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        for (String id : Json.read(role.rights(), IDS)) {
            known(id).ifPresentOrElse(rights::add, () -> warn(role.id(), id));
        }
        return rights;
    }

    private static Optional<Right> known(String id) {
        return Arrays.stream(Right.values())
                .filter(right -> right.id().equals(id))
                .findFirst();
    }

    private static void warn(String role, String right) {
        if (WARNED.size() < 1_000 && WARNED.add(role + " " + right)) {
            LOG.warn("The role {} has the right {}, which this version does not know; it is ignored", role, right);
        }
    }
}
