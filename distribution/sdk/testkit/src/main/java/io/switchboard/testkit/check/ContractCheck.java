package io.switchboard.testkit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * Asks all that a running plugin offers the suites of its sockets. What a suite needs of the vendor's own test is left out and
 * named. It is called by its name, from another class loader; so it takes and gives types of Java and OSGi alone.
 */
public final class ContractCheck implements Function<Bundle, List<Map<String, String>>> {
    private static final long LIMIT_SECONDS = 60;

    private final long limitSeconds;

    /** Makes it. */
    public ContractCheck() {
        this(LIMIT_SECONDS);
    }

    ContractCheck(long limitSeconds) {
        this.limitSeconds = limitSeconds;
    }

    /**
     * Asks a plugin.
     *
     * @param plugin a bundle that runs
     * @return what came of each question: {@code socket}, {@code component}, {@code question}, {@code outcome} ({@code
     *     passed}, {@code failed} or {@code left}) and {@code message}
     */
    @Override
    public List<Map<String, String>> apply(Bundle plugin) {
        BundleContext context = plugin.getBundleContext();
        ServiceReference<?>[] services = plugin.getRegisteredServices();
        List<Map<String, String>> findings = new ArrayList<>();
        if (context == null || services == null) {
            return findings;
        }
        for (ServiceReference<?> service : services) {
            for (String type : (String[]) service.getProperty(Constants.OBJECTCLASS)) {
                Suite.of(type, limitSeconds).ifPresent(suite -> findings.addAll(ask(context, service, type, suite)));
            }
        }
        return findings;
    }

    private static List<Map<String, String>> ask(
            BundleContext context, ServiceReference<?> reference, String type, Suite suite) {
        Object service = context.getService(reference);
        if (service == null) {
            return List.of(new Finding(
                            type.substring(type.lastIndexOf('.') + 1),
                            String.valueOf(reference.getProperty("component.name")),
                            "starts",
                            Finding.Outcome.FAILED,
                            "the component does not start; the server's log says why")
                    .plain());
        }
        try {
            return suite.ask(service).stream().map(Finding::plain).toList();
        } finally {
            context.ungetService(reference);
        }
    }
}
