package io.switchboard.it.harness;

import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Services of a framework inside the test's JVM, by the names of their types. */
public final class Services {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Services() {}

    /** Waits until there is a service. */
    public static void await(BundleContext framework, String type, String filter) throws InvalidSyntaxException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (isMissing(framework.getAllServiceReferences(type, filter))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("There is no " + type + " " + filter + " within " + LIMIT);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean isMissing(ServiceReference<?>[] references) {
        return references == null || references.length == 0;
    }
}
