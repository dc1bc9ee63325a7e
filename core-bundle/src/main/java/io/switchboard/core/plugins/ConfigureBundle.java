package io.switchboard.core.plugins;

import org.osgi.framework.Bundle;

/** Gives bundles their settings. */
interface ConfigureBundle {
    /** Hands a bundle that is installed the settings that are kept for it, before it starts or while it runs. */
    void configure(Bundle bundle);

    /** Takes the settings of a bundle that has left out of the framework; they are kept for when it comes back. */
    void forget(Bundle bundle);
}
