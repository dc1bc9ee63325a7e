package io.switchboard.core.demo;

import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.plugins.PluginStart;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketOrder;
import io.switchboard.core.timing.DeskClock;
import java.io.PrintStream;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty desk with a small company if the server was started with {@code --demo}, once the plugins run. The server
 * is ready, by the condition {@value #CONDITION}, when there is nothing to fill or it is done; a demo that was interrupted
 * is completed first, however the server is started.
 */
@Component(service = DemoDesk.class, immediate = true)
public final class DemoDesk {
    /** The id of the condition that holds once the desk is as it should be. */
    public static final String CONDITION = "switchboard.demo";

    /** The password of everybody in the demo, unless another was given. */
    static final String KNOWN_PASSWORD = "switchboard-demo";

    private static final Logger LOG = LoggerFactory.getLogger(DemoDesk.class);
    private static final Caller STAGE = Caller.system("demo");

    private final BundleContext context;
    private final DemoProgress progress;
    private final Play play;
    private final ListTickets tickets;
    private final DeskClock clock;
    private final Exposure exposure;
    private final Thread thread;
    private volatile @Nullable ServiceRegistration<Condition> told;

    /** Begins. */
    @Activate
    public DemoDesk(
            BundleContext context,
            @Reference(target = PluginStart.SETTLED) Condition plugins,
            @Reference DemoProgress progress,
            @Reference Play play,
            @Reference ListTickets tickets,
            @Reference DeskClock clock) {
        this.context = context;
        this.progress = progress;
        this.play = play;
        this.tickets = tickets;
        this.clock = clock;
        this.exposure =
                Exposure.of(context.getProperty("switchboard.bind"), context.getProperty("switchboard.publicAddress"));
        this.thread = new Thread(this::run, "demo");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(5_000);
        ServiceRegistration<Condition> said = told;
        if (said != null) {
            said.unregister();
        }
    }

    private void run() {
        try {
            fill();
            tell(CONDITION, "", null);
        } catch (DemoRefusal refused) {
            tell("switchboard.demo.refused", String.valueOf(refused.getMessage()), 1);
        } catch (RuntimeException failure) {
            if (thread.isInterrupted()) {
                LOG.info("The demo is not complete; it goes on when the server starts again");
                return;
            }
            LOG.error("The demo could not be filled", failure);
            tell(
                    "switchboard.demo.failed",
                    "The demo is not complete: " + failure.getMessage()
                            + ". Start again to go on, or take an empty data folder.",
                    1);
        }
    }

    private void fill() {
        String password = context.getProperty("switchboard.demo.password");
        Optional<DemoProgress.State> known = progress.find();
        if (known.isEmpty() && !Boolean.parseBoolean(context.getProperty("switchboard.demo"))) {
            return;
        }
        boolean guarded = known.map(DemoProgress.State::guarded).orElse(password != null);
        exposure.check(guarded);
        if (known.isPresent() && known.get().complete()) {
            return;
        }
        if (guarded && password == null) {
            throw new DemoRefusal("The demo is not complete: give SWITCHBOARD_DEMO_PASSWORD again to go on.");
        }
        DemoProgress.State begun = known.orElseGet(() -> begin(guarded));
        Script script = Script.load();
        LOG.info("The demo is filled from scene {} on", begun.scenes());
        play.play(script, begun, Objects.requireNonNullElse(password, KNOWN_PASSWORD));
        introduce(script.company(), guarded);
    }

    private DemoProgress.State begin(boolean guarded) {
        boolean used = Stream.of(ListTickets.View.ALL, ListTickets.View.DISCARDED)
                .anyMatch(view -> !tickets.handle(
                                STAGE, new ListTickets.Query(view, Filter.NONE, TicketOrder.UPDATED, null, 1))
                        .isEmpty());
        if (used) {
            throw new DemoRefusal("This data folder has tickets already, and --demo fills only an empty desk:"
                    + " start without --demo, or name an empty folder with --data.");
        }
        return progress.begin(clock.now(), guarded);
    }

    @SuppressWarnings("SystemOut")
    private static void introduce(Company company, boolean guarded) {
        PrintStream out = System.out;
        out.println("Demo desk. Sign in with the password "
                + (guarded ? "in SWITCHBOARD_DEMO_PASSWORD" : KNOWN_PASSWORD) + " as:");
        List<Company.Agent> agents = company.agents();
        agents.forEach(agent -> out.println("  " + Cast.address(agent) + "  (" + agent.title() + ")"));
    }

    private void tell(String condition, String message, @Nullable Integer exit) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, condition);
        if (exit != null) {
            properties.put("switchboard.exit", exit);
            properties.put("switchboard.message", "switchboard: " + message);
        }
        told = context.registerService(Condition.class, Condition.INSTANCE, properties);
    }
}
