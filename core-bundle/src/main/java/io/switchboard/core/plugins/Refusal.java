package io.switchboard.core.plugins;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.util.List;
import java.util.Map;

/** Makes the exception by which an archive or a plugin is refused. */
final class Refusal {
    private Refusal() {}

    static SwitchboardException because(String reason) {
        return because(List.of(reason));
    }

    static SwitchboardException because(List<String> reasons) {
        return of("The plugin " + String.join("; it ", reasons), reasons);
    }

    /** Refuses for reasons that a sentence of their own tells. */
    static SwitchboardException of(String message, List<String> reasons) {
        return new SwitchboardException(
                ErrorCode.PLUGIN_REFUSED, message, List.of(), Map.of("reasons", List.copyOf(reasons)), null);
    }
}
