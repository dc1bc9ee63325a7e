package io.switchboard.it.harness;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What the framework's component runtime tells of a bundle's components. It is asked by reflection, since its classes in the
 * framework are not those of the test's class path.
 */
public final class Components {

    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";

    private Components() {}

    /** The components of a bundle that do not run because something is missing or failed, each with what it lacks. */
    public static List<String> unsatisfied(BundleContext framework, Bundle bundle) {
        try {
            ServiceReference<?> reference = framework.getAllServiceReferences(RUNTIME, null)[0];
            Object runtime = framework.getService(reference);
            List<String> unsatisfied = new ArrayList<>();
            Bundle[] bundles = {bundle};
            for (Object description : call(runtime, "getComponentDescriptionDTOs", Bundle[].class, bundles)) {
                Class<?> type = runtime.getClass()
                        .getClassLoader()
                        .loadClass("org.osgi.service.component.runtime.dto.ComponentDescriptionDTO");
                for (Object configuration : call(runtime, "getComponentConfigurationDTOs", type, description)) {
                    if (!isSatisfied(configuration)) {
                        unsatisfied.add(
                                description.getClass().getField("name").get(description) + lacks(configuration));
                    }
                }
            }
            return unsatisfied;
        } catch (InvalidSyntaxException | ReflectiveOperationException e) {
            throw new IllegalStateException("The component runtime cannot be asked", e);
        }
    }

    private static String lacks(Object configuration) throws ReflectiveOperationException {
        Object failure = configuration.getClass().getField("failure").get(configuration);
        if (failure != null) {
            return " failed: " + failure.toString().lines().findFirst().orElse("");
        }
        List<String> names = new ArrayList<>();
        Object references =
                configuration.getClass().getField("unsatisfiedReferences").get(configuration);
        for (int i = 0; i < Array.getLength(references); i++) {
            Object reference = Array.get(references, i);
            names.add(String.valueOf(reference.getClass().getField("name").get(reference)));
        }
        return " lacks " + names;
    }

    private static boolean isSatisfied(Object configuration) throws ReflectiveOperationException {
        int satisfied = configuration.getClass().getField("SATISFIED").getInt(null);
        int active = configuration.getClass().getField("ACTIVE").getInt(null);
        int state = configuration.getClass().getField("state").getInt(configuration);
        return state == satisfied || state == active;
    }

    private static Collection<?> call(Object runtime, String method, Class<?> type, Object argument)
            throws ReflectiveOperationException {
        Class<?> service = runtime.getClass().getClassLoader().loadClass(RUNTIME);
        return (Collection<?>) service.getMethod(method, type).invoke(runtime, argument);
    }
}
