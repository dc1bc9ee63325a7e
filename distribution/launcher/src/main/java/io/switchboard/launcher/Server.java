package io.switchboard.launcher;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The running framework with the distribution's bundles. When the process is asked to end, it stops the framework and
 * waits for it, so that the bundles can finish what they have begun.
 */
final class Server implements AutoCloseable {

    private static final String READY = "switchboard.ready";
    private static final String EXIT = "switchboard.exit";
    private static final String MESSAGE = "switchboard.message";
    private static final Duration NOTICE_INTERVAL = Duration.ofSeconds(15);
    private static final Duration START_LIMIT = Duration.ofMinutes(15);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Framework framework;
    private final Thread stopOnExit;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();

    private Server(Framework framework) {
        this.framework = framework;
        this.stopOnExit = new Thread(this::stop, "switchboard-stop");
    }

    /**
     * Starts the framework and all bundles of the distribution.
     *
     * @throws StartFailure if one of them cannot be started; the framework is stopped again
     */
    static Server start(Path home, Map<String, String> properties)
            throws StartFailure, IOException, InterruptedException {
        useLogSettings(home, properties);
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> new StartFailure("lib/ holds no OSGi framework: unpack the distribution again."))
                .newFramework(properties);
        Server server = new Server(framework);
        try {
            server.begin(home);
        } catch (BundleException e) {
            server.close();
            throw new StartFailure("The framework does not start: " + e.getMessage());
        } catch (StartFailure e) {
            server.close();
            throw e;
        }
        return server;
    }

    /**
     * Waits until the server answers.
     *
     * @param stillStarting called from time to time with how long it has taken so far
     * @return null when it is ready, or how it ended instead
     */
    @Nullable
    Ending awaitReady(Consumer<Duration> stillStarting) throws StartFailure, InterruptedException {
        for (Duration waited = Duration.ZERO; waited.compareTo(START_LIMIT) < 0; ) {
            try {
                CompletableFuture.anyOf(ready, ending).get(NOTICE_INTERVAL.toSeconds(), TimeUnit.SECONDS);
                return ending.getNow(null);
            } catch (TimeoutException notYet) {
                waited = waited.plus(NOTICE_INTERVAL);
                stillStarting.accept(waited);
            } catch (ExecutionException e) {
                throw new StartFailure("The start failed: " + e.getCause());
            }
        }
        throw new StartFailure("The server is not ready after " + START_LIMIT.toMinutes() + " minutes: see its log.");
    }

    /** Waits until a bundle ends the server, or the framework is stopped. */
    Ending awaitEnd() {
        return ending.join();
    }

    /** Returns the framework's own context. */
    BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(stopOnExit);
        } catch (IllegalStateException processIsEnding) {
            // The hook is what stopped it: there is nothing left to remove.
            return;
        }
    }

    private static void useLogSettings(Path home, Map<String, String> properties) {
        System.setProperty(Setting.DATA.property(), String.valueOf(properties.get(Setting.DATA.property())));
        setUnlessGiven("logback.configurationFile", home.resolve("conf/logback.xml"));
        setUnlessGiven("java.util.logging.config.file", home.resolve("conf/java-logging.properties"));
    }

    private static void setUnlessGiven(String property, Path file) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, file.toString());
        }
    }

    private void begin(Path home) throws BundleException, StartFailure, IOException {
        framework.init();
        Runtime.getRuntime().addShutdownHook(stopOnExit);
        DistributionBundles bundles =
                DistributionBundles.install(framework.getBundleContext(), home.resolve("bundles"));
        listen();
        framework.start();
        bundles.requireActive();
    }

    private void listen() {
        String filter = "(|(" + READY + "=true)(" + EXIT + "=*))";
        AllServiceListener listener = event -> {
            if (event.getType() != ServiceEvent.UNREGISTERING) {
                notice(event.getServiceReference());
            }
        };
        try {
            framework.getBundleContext().addServiceListener(listener, filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        Thread watch = new Thread(this::awaitStop, "switchboard-end");
        watch.setDaemon(true);
        watch.start();
    }

    private void notice(ServiceReference<?> reference) {
        if (reference.getProperty(EXIT) instanceof Integer code) {
            Object message = reference.getProperty(MESSAGE);
            ending.complete(new Ending(code, message == null ? "" : message.toString()));
        } else {
            ready.complete(true);
        }
    }

    private void awaitStop() {
        try {
            framework.waitForStop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ending.complete(Ending.STOPPED);
    }

    private void stop() {
        try {
            framework.stop();
            framework.waitForStop(STOP_LIMIT.toMillis());
        } catch (BundleException e) {
            System.err.println("switchboard: the framework does not stop: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
