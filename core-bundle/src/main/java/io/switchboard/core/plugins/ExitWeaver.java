package io.switchboard.core.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Has classes of plugins thrown at where they would end the server. Nobody else's classes are touched. What a plugin does
 * by reflection or native code stays possible: this holds back mistakes, and what was written for a program of its own.
 */
final class ExitWeaver implements WeavingHook {
    @Override
    public void weave(WovenClass woven) {
        Bundle bundle = woven.getBundleWiring().getBundle();
        String location = bundle.getLocation();
        // By constants alone: a class of the core that had to be loaded for this would come here to be woven, too.
        if (!location.startsWith(PluginBundle.PLUGIN) && !location.startsWith(PluginBundle.TRIAL)) {
            return;
        }
        try {
            ClassWithoutExit.of(woven.getBytes(), bundle.getSymbolicName()).ifPresent(woven::setBytes);
        } catch (RuntimeException | LinkageError unreadable) {
            // The framework forgets a hook that throws anything else than this.
            throw new WeavingException(
                    "The class " + woven.getClassName() + " of " + bundle.getSymbolicName()
                            + " cannot be looked through",
                    unreadable);
        }
    }
}
