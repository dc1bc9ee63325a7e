package io.switchboard.core.web;

import io.switchboard.core.store.StartRefusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.apache.felix.http.jetty.LoadBalancerCustomizerFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration.Customizer;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the {@link RequestGate} and the {@link Reception} before the servlets and our problems in the place of Jetty's error
 * pages; closes the door when the framework begins to stop, and waits until everybody inside has been served.
 */
@Component(
        service = {FrontDoor.class, LoadBalancerCustomizerFactory.class, ConnectorFactory.class},
        property = "service.ranking:Integer=1000")
public final class FrontDoor implements LoadBalancerCustomizerFactory, ConnectorFactory, SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final String DEFAULT_BIND = "127.0.0.1";
    private static final String DEFAULT_PORT = "8080";
    private static final int CAPACITY = 160;
    private static final int QUEUE = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** How long a small body may take to arrive. */
    private static final Duration SMALL_BODY = Duration.ofSeconds(20);

    /** What the server has beyond those who work and wait: it turns away, accepts, and answers for its health. */
    private static final int SPARE_THREADS = 56;

    private static final Duration DRAIN = Duration.ofSeconds(20);
    /** How long a connection without a request may still send one when the door closes. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private final BundleContext bundles;
    private final PublicAddress address;
    private final Admission admission = new Admission(CAPACITY, QUEUE, PATIENCE);
    private final Admission uploads = new Admission(CAPACITY / 2, 0, Duration.ZERO);
    private final OpenConnections connections = new OpenConnections();
    private final RequestGate gate;
    private final ProblemErrorHandler errors;
    private final Reception reception;
    private final List<Runnable> closing = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "connections");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Server server;

    /** Opens the door. */
    @Activate
    public FrontDoor(BundleContext bundles) {
        this.bundles = bundles;
        this.address = configuredAddress();
        SecurityHeaders headers = new SecurityHeaders(address.secure());
        String proxies = Objects.requireNonNullElse(bundles.getProperty("switchboard.trustedProxies"), "");
        this.gate = new RequestGate(headers, TrustedProxies.of(proxies), connections);
        this.errors = new ProblemErrorHandler(headers);
        this.reception = new Reception(admission, uploads, SMALL_BODY, errors);
        bundles.addBundleListener(this);
        watch.scheduleWithFixedDelay(this::endLateConnections, 1, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        bundles.removeBundleListener(this);
        watch.shutdownNow();
    }

    private void endLateConnections() {
        try {
            connections.endLate(System.nanoTime());
        } catch (RuntimeException failure) {
            LOG.error("Late connections could not be ended", failure);
        }
    }

    /** Lets requests to the HTTP API in, which are told to come back until its resources are there. */
    public void open() {
        reception.open();
    }

    /** Returns the address under which people reach the desk. */
    public PublicAddress publicAddress() {
        return address;
    }

    /** Returns who is inside. */
    public Admission admission() {
        return admission;
    }

    /** Has something done when the door closes, such as ending what would go on for ever; it must not wait. */
    public void whenClosing(Runnable action) {
        closing.add(action);
    }

    @Override
    public Customizer createCustomizer() {
        return gate;
    }

    /** Felix shows its server only to who adds a connector: this one is reached by nobody. */
    @Override
    public Connector createConnector(Server found) {
        requireListening(found);
        JettySetup.apply(found, errors, reception, connections, CAPACITY + QUEUE + SPARE_THREADS);
        server = found;
        return new Unopened(found);
    }

    /** The launcher has tried the port, but long before: Felix logs that it was taken since, and goes on without. */
    private void requireListening(Server found) {
        boolean listening = Arrays.stream(found.getConnectors())
                .anyMatch(connector -> connector instanceof NetworkConnector network && network.isOpen());
        if (!listening) {
            StartRefusal.report(
                    bundles,
                    "Port " + property("switchboard.port", DEFAULT_PORT) + " of "
                            + property("switchboard.bind", DEFAULT_BIND)
                            + " was taken while the server started: stop what has it, or choose another with --port.");
        }
    }

    private String property(String name, String otherwise) {
        return Objects.requireNonNullElse(bundles.getProperty(name), otherwise);
    }

    /** Felix asks every connector of a server for its port, so this must be of the class that has one. */
    private static final class Unopened extends ServerConnector {
        Unopened(Server server) {
            super(server, null, null, null, 0, 0, new HttpConnectionFactory());
        }

        @Override
        protected void doStart() {
            // It never listens.
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Server running = server;
        if (running != null
                && event.getType() == BundleEvent.STOPPING
                && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            drain(running);
        }
    }

    /** Takes no new connections, waits for the requests in flight, and then takes none any more. */
    private void drain(Server running) {
        gate.closeAfterAnswers();
        JettySetup.stopAccepting(running);
        closing.forEach(Runnable::run);
        try {
            awaitAnswers();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        reception.close();
        connections.endIdle();
        int left = connections.busy();
        if (left > 0) {
            LOG.warn("{} requests were still running after {} s", left, DRAIN.toSeconds());
        }
    }

    private void awaitAnswers() throws InterruptedException {
        long begun = System.nanoTime();
        long lastBusy = begun;
        long now = begun;
        while (connections.count() > 0 && now - lastBusy < QUIET.toNanos() && now - begun < DRAIN.toNanos()) {
            Thread.sleep(5);
            now = System.nanoTime();
            if (connections.busy() > 0) {
                lastBusy = now;
            }
        }
    }

    private PublicAddress configuredAddress() {
        String configured = bundles.getProperty("switchboard.publicAddress");
        if (configured != null) {
            return PublicAddress.of(configured);
        }
        boolean secure = bundles.getProperty("switchboard.tls.keystore") != null;
        return PublicAddress.local(
                secure,
                property("switchboard.bind", DEFAULT_BIND),
                Integer.parseInt(property("switchboard.port", DEFAULT_PORT)));
    }
}
