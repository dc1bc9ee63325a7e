package io.switchboard.core.web;

import java.time.Duration;
import java.util.Objects;
import org.apache.felix.http.jetty.LoadBalancerCustomizerFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration.Customizer;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
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
 * Puts the {@link RequestGate} before Jetty's handlers and our problems in the place of its error pages; closes the door
 * when the framework begins to stop, and waits until everybody inside has been served.
 */
@Component(
        service = {FrontDoor.class, LoadBalancerCustomizerFactory.class},
        property = "service.ranking:Integer=1000")
public final class FrontDoor implements LoadBalancerCustomizerFactory, SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int CAPACITY = 160;
    private static final int QUEUE = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final BundleContext bundles;
    private final PublicAddress address;
    private final Admission admission = new Admission(CAPACITY, QUEUE, PATIENCE);
    private final RequestGate gate;
    private final ProblemErrorHandler errors;
    private volatile @Nullable Server server;

    /** Opens the door. */
    @Activate
    public FrontDoor(BundleContext bundles) {
        this.bundles = bundles;
        this.address = address(bundles);
        SecurityHeaders headers = new SecurityHeaders(address.secure());
        String proxies = Objects.requireNonNullElse(bundles.getProperty("switchboard.trustedProxies"), "");
        this.gate = new RequestGate(headers, TrustedProxies.of(proxies), admission);
        this.errors = new ProblemErrorHandler(headers);
        bundles.addBundleListener(this);
    }

    @Deactivate
    void close() {
        bundles.removeBundleListener(this);
    }

    /** Returns the address under which people reach the desk. */
    public PublicAddress publicAddress() {
        return address;
    }

    /** Returns who is inside. */
    public Admission admission() {
        return admission;
    }

    @Override
    public Customizer createCustomizer() {
        return (request, responseHeaders) -> {
            adopt(request);
            return gate.customize(request, responseHeaders);
        };
    }

    private void adopt(Request request) {
        if (server == null) {
            Server found = request.getConnectionMetaData().getConnector().getServer();
            found.setErrorHandler(errors);
            server = found;
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            drain();
        }
    }

    /** Takes no new connections and waits for the requests in flight. */
    private void drain() {
        Server running = server;
        if (running == null) {
            return;
        }
        for (Connector connector : running.getConnectors()) {
            if (connector instanceof NetworkConnector network) {
                network.shutdown();
            }
        }
        long patience = System.nanoTime() + DRAIN.toNanos();
        try {
            while (admission.active() + admission.waiting() > 0 && System.nanoTime() < patience) {
                Thread.sleep(5);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (admission.active() > 0) {
            LOG.warn("{} requests were still running after {} s", admission.active(), DRAIN.toSeconds());
        }
    }

    private static PublicAddress address(BundleContext bundles) {
        String configured = bundles.getProperty("switchboard.publicAddress");
        if (configured != null) {
            return PublicAddress.of(configured);
        }
        boolean secure = bundles.getProperty("switchboard.tls.keystore") != null;
        String bind = Objects.requireNonNullElse(bundles.getProperty("switchboard.bind"), "127.0.0.1");
        String port = Objects.requireNonNullElse(bundles.getProperty("switchboard.port"), "8080");
        return PublicAddress.local(secure, bind, Integer.parseInt(port));
    }
}
