package io.switchboard.core.desk.shelf;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** Who has an item of the shelf. */
public enum Reach {
    /** Whoever made it, and nobody else. */
    OWN,
    /** The members of a team and of the teams above it. */
    TEAM,
    /** Everybody who may use such items. */
    EVERYBODY;

    /** Returns the name in the API and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code reach}
     */
    public static Reach of(String id) {
        return Arrays.stream(values())
                .filter(reach -> reach.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        "reach",
                        "must be one of "
                                + Arrays.stream(values()).map(Reach::id).toList()));
    }
}
