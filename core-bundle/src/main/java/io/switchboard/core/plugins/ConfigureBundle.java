package io.switchboard.core.plugins;

import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;

/** Gives bundles their settings. */
interface ConfigureBundle {
    /** Hands a bundle that is installed the settings that are kept for it, before it starts or while it runs. */
    void configure(Bundle bundle);

    /** Returns what can be set of a bundle, and what still has to be. */
    Form form(Bundle bundle);

    /** Returns the values that a setting of a bundle has now, its defaults if it was never set; none if it has no such. */
    List<String> values(Bundle bundle, String setting);

    /**
     * What can be set of a plugin.
     *
     * @param unset what must be set and is not
     * @param fields what it declares, by name
     */
    record Form(List<String> unset, Map<String, SettingField> fields) {
        /** What a plugin has that cannot be read. */
        static final Form NONE = new Form(List.of(), Map.of());
    }

    /** Takes the settings of a bundle that has left out of the framework; they are kept for when it comes back. */
    void forget(Bundle bundle);
}
