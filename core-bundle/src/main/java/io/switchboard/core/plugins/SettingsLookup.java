package io.switchboard.core.plugins;

import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Recognises the runtime of components when it looks for the settings of a plugin that starts. It looks with the plugin's own
 * context, so that only who calls tells the two apart. If it found nothing, a plugin would start as if nothing was ever set.
 */
final class SettingsLookup {
    private static final String CONFIGURATIONS = "org.osgi.service.cm.ConfigurationAdmin";
    private static final String RUNTIME = "org.apache.felix.scr";
    private static final String TRACKER = "org.apache.felix.scr.impl.helper.ConfigAdminTracker";
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private SettingsLookup() {}

    /**
     * Returns whether the services that are being looked for on this thread are for the runtime to hand over settings.
     *
     * @param name the type of the services, or null for any
     */
    static boolean isUnderWay(@Nullable String name) {
        return CONFIGURATIONS.equals(name)
                && STACK.walk(frames -> frames.map(StackFrame::getDeclaringClass)
                        .filter(SettingsLookup::isOfBundle)
                        .findFirst()
                        .filter(SettingsLookup::isRuntime)
                        .isPresent());
    }

    /** Classes of Java and of the framework belong to no bundle; those of this hook ask for nobody. */
    private static boolean isOfBundle(Class<?> type) {
        return type != SettingsLookup.class && type != ServiceBoundary.class && FrameworkUtil.getBundle(type) != null;
    }

    private static boolean isRuntime(Class<?> asking) {
        Bundle bundle = FrameworkUtil.getBundle(asking);
        return asking.getName().equals(TRACKER)
                && bundle != null
                && RUNTIME.equals(bundle.getSymbolicName())
                && !PluginBundle.is(bundle);
    }
}
