package io.switchboard.core.feed;

import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.condition.Condition;

/** Tells whether all bundles and all plugins had their chance to start. */
final class EverybodyStarted implements BooleanSupplier {
    private static final String PLUGINS_RUN = "(osgi.condition.id=switchboard.plugins)";

    private final BundleContext context;

    EverybodyStarted(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean getAsBoolean() {
        return context.getBundle(0).getState() == Bundle.ACTIVE && pluginsRun();
    }

    private boolean pluginsRun() {
        try {
            return !context.getServiceReferences(Condition.class, PLUGINS_RUN).isEmpty();
        } catch (InvalidSyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
