package io.switchboard.core.store;

import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.service.condition.Condition;

/** Ends a start that cannot succeed, in the way that the launcher listens for. */
public final class StartRefusal {
    private StartRefusal() {}

    /**
     * Tells the launcher to end with exit code 1.
     *
     * @param message one line for the person at the terminal: what is wrong and what to do
     */
    public static void report(BundleContext context, String message) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("switchboard.exit", 1);
        properties.put("switchboard.message", message);
        context.registerService(Condition.class, Condition.INSTANCE, properties);
    }
}
