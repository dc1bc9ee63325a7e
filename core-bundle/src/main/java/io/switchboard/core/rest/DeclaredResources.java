package io.switchboard.core.rest;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The REST resources that the core declares as components, whether they are there yet or not. */
@Component(service = DeclaredResources.class)
public final class DeclaredResources {
    private final ServiceComponentRuntime runtime;
    private final BundleContext core;

    /** Makes it. */
    @Activate
    public DeclaredResources(@Reference ServiceComponentRuntime runtime, BundleContext core) {
        this.runtime = runtime;
        this.core = core;
    }

    /** Returns how many there are. */
    long count() {
        return runtime.getComponentDescriptionDTOs(core.getBundle()).stream()
                .filter(component -> "true".equals(String.valueOf(component.properties.get("osgi.jakartars.resource"))))
                .count();
    }
}
