package io.switchboard.core.command;

import io.switchboard.api.error.SwitchboardException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the command that the framework property {@code switchboard.command} names, once, as soon as it is there, and
 * tells the launcher the exit code by the service property {@code switchboard.exit}.
 */
@Component(
        service = {},
        immediate = true)
public final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final BundleContext context;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Waits for the command. */
    @Activate
    public Commands(BundleContext context) {
        this.context = context;
    }

    /** Runs a command if it is the one that was asked for. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCommand(Command command) {
        if (command.id().equals(context.getProperty("switchboard.command")) && begun.compareAndSet(false, true)) {
            new Thread(() -> run(command), "command-" + command.id()).start();
        }
    }

    /** A command that was begun goes on until it ends. */
    void removeCommand(Command command) {
        LOG.debug("The command {} is offered no longer", command.id());
    }

    private void run(Command command) {
        Command.Outcome outcome;
        try {
            outcome = command.run(context.getProperty("switchboard.command.argument"));
        } catch (SwitchboardException refused) {
            LOG.debug("The command {} was refused", command.id(), refused);
            outcome = new Command.Outcome(1, String.valueOf(refused.getMessage()));
        } catch (RuntimeException failure) {
            LOG.error("The command {} failed", command.id(), failure);
            outcome = new Command.Outcome(1, "The command " + command.id() + " failed: " + failure);
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("switchboard.exit", outcome.exitCode());
        properties.put("switchboard.message", outcome.message());
        context.registerService(Condition.class, Condition.INSTANCE, properties);
    }
}
