package io.switchboard.core.rest.people;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.rest.Parameters;
import org.jspecify.annotations.Nullable;

/** Compares the version that a client edits with the current one. */
final class Edition {
    private Edition() {}

    /**
     * Demands {@code If-Match} with the current version, or {@code *}.
     *
     * @throws SwitchboardException with {@code version-required} or {@code stale-version}
     */
    static void check(@Nullable String ifMatch, long current) {
        Precondition wanted = Parameters.requiredIfMatch(ifMatch);
        if (wanted instanceof Precondition.Version version && version.version() != current) {
            throw new SwitchboardException(
                    ErrorCode.STALE_VERSION,
                    "This was changed in the meantime; read it again, then repeat your change");
        }
    }
}
