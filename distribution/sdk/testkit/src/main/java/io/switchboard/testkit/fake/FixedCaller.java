package io.switchboard.testkit.fake;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ui.CurrentCaller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever a test lets call a plugin's resource.
 *
 * @param person who, or null for nobody
 * @param rights their rights
 * @param remoteAddress where they are
 */
public record FixedCaller(@Nullable PersonId person, Set<Right> rights, String remoteAddress) implements CurrentCaller {
    /** Keeps a copy. */
    public FixedCaller {
        rights = Set.copyOf(rights);
    }

    /** Returns a caller who is not signed in. */
    public static FixedCaller stranger() {
        return new FixedCaller(null, Set.of(), "192.0.2.1");
    }

    /** Returns a caller who is signed in. */
    public static FixedCaller signedIn(PersonId person, Right... rights) {
        return new FixedCaller(person, Set.of(rights), "192.0.2.1");
    }
}
