package io.switchboard.core.plugins;

import io.switchboard.core.store.extension.MigrationOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Looks whether the components of a plugin have what they need, its tables among it. */
@Component(service = ComponentWatch.class)
public class ComponentWatch {
    private static final long PAUSE = 20;

    private final ServiceComponentRuntime runtime;
    private final MigrationOutcome migrations;

    /** Makes the watch. */
    @Activate
    public ComponentWatch(@Reference ServiceComponentRuntime runtime, @Reference MigrationOutcome migrations) {
        this.runtime = runtime;
        this.migrations = migrations;
    }

    /**
     * Waits until all components of a bundle have what they need. One that waits for settings has all it can get.
     *
     * @param deadline until when to wait, by {@link System#nanoTime()}
     * @return nothing if all is well; else what is missing or has failed
     */
    Optional<String> await(Bundle bundle, long deadline) {
        Optional<String> notMigrated = migrations.failure(bundle.getSymbolicName());
        if (notMigrated.isPresent()) {
            return Optional.of("its tables cannot be brought up to date: " + notMigrated.get());
        }
        while (true) {
            List<String> troubles = new ArrayList<>();
            boolean failed = false;
            for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
                for (ComponentConfigurationDTO state : runtime.getComponentConfigurationDTOs(component)) {
                    failed |= state.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
                    trouble(component, state).ifPresent(troubles::add);
                }
            }
            if (troubles.isEmpty()) {
                return Optional.empty();
            }
            if (failed || System.nanoTime() > deadline || !pause()) {
                return Optional.of(String.join("; ", troubles));
            }
        }
    }

    private static Optional<String> trouble(ComponentDescriptionDTO component, ComponentConfigurationDTO state) {
        return switch (state.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Optional.of("its component " + component.name + " lacks " + missing(state));
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Optional.of("its component " + component.name + " fails when it starts: " + firstLine(state.failure));
            default -> Optional.empty();
        };
    }

    private static String missing(ComponentConfigurationDTO state) {
        List<String> names = new ArrayList<>();
        for (UnsatisfiedReferenceDTO reference : state.unsatisfiedReferences) {
            names.add(reference.target == null ? reference.name : reference.name + " " + reference.target);
        }
        return String.join(", ", names);
    }

    private static String firstLine(String failure) {
        return failure == null
                ? "it does not say why"
                : failure.lines().findFirst().orElse("it does not say why");
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
