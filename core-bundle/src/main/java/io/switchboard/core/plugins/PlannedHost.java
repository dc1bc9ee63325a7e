package io.switchboard.core.plugins;

import java.util.List;

/**
 * A host that a plugin declares to call.
 *
 * @param declared as the manifest has it: a host, {@code *.domain}, <code>{setting}</code>, or {@code *} for any
 * @param now what that stands for with the settings that are kept now; empty if the setting holds no address
 * @param added whether the version that is installed may not call it
 */
public record PlannedHost(String declared, List<String> now, boolean added) {
    /** Keeps a copy. */
    public PlannedHost {
        now = List.copyOf(now);
    }
}
