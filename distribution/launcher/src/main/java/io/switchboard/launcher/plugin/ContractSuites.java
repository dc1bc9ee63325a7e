package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * The contract suites of the testkit in {@code sdk/lib}, asked in this process. They see the very classes of the API that the
 * plugin sees, and libraries of their own beside those of the server.
 */
final class ContractSuites {
    private static final String CHECK = "io.switchboard.testkit.check.ContractCheck";
    private static final String API = "io.switchboard.api";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path libraries;

    ContractSuites(Path home) {
        this.libraries = home.resolve("sdk/lib");
    }

    /**
     * Asks what a plugin that runs offers, and returns what came of each question. A socket that it names and does not serve is a
     * failure; components that take settings come back a moment after these were changed, so they are waited for.
     */
    List<Map<String, String>> ask(BundleContext framework, String plugin, List<String> sockets)
            throws StartFailure, IOException, InterruptedException {
        List<Map<String, String>> findings = new ArrayList<>(unserved(bundle(framework, plugin), sockets));
        findings.addAll(ask(framework, plugin));
        return findings;
    }

    private static List<Map<String, String>> unserved(Bundle plugin, List<String> sockets) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Set<String> missing = missing(plugin, sockets);
        while (!missing.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
            missing = missing(plugin, sockets);
        }
        return missing.stream()
                .map(
                        socket -> Map.of(
                                "socket", socket,
                                "component", plugin.getSymbolicName(),
                                "question", "serves what it names",
                                "outcome", "failed",
                                "message",
                                        "no component offers it: give the settings that it needs by --set, or look into the log"))
                .toList();
    }

    private static Set<String> missing(Bundle plugin, List<String> sockets) {
        Set<String> missing = new TreeSet<>(sockets);
        ServiceReference<?>[] services = plugin.getRegisteredServices();
        if (services != null) {
            Stream.of(services)
                    .flatMap(service -> Stream.of((String[]) service.getProperty(Constants.OBJECTCLASS)))
                    .map(type -> type.substring(type.lastIndexOf('.') + 1).replace('$', '.'))
                    .forEach(missing::remove);
        }
        return missing;
    }

    private List<Map<String, String>> ask(BundleContext framework, String plugin) throws StartFailure, IOException {
        try (URLClassLoader classes = new URLClassLoader(jars(), new ApiClasses(bundle(framework, API)))) {
            @SuppressWarnings("unchecked") // the class says so; that it is of another loader hides it from the compiler
            Function<Bundle, List<Map<String, String>>> check = (Function<Bundle, List<Map<String, String>>>)
                    classes.loadClass(CHECK).getConstructor().newInstance();
            return check.apply(bundle(framework, plugin));
        } catch (ReflectiveOperationException missing) {
            throw new StartFailure("sdk/lib holds no testkit (" + missing + "): unpack the distribution again.");
        }
    }

    private URL[] jars() throws IOException, StartFailure {
        if (!Files.isDirectory(libraries)) {
            throw new StartFailure("There is no folder " + libraries + ": unpack the distribution again.");
        }
        try (Stream<Path> files = Files.list(libraries)) {
            return files.sorted().map(ContractSuites::url).toArray(URL[]::new);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Bundle bundle(BundleContext framework, String name) throws StartFailure {
        return Arrays.stream(framework.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE)
                .findFirst()
                .orElseThrow(() -> new StartFailure("The bundle " + name + " does not run."));
    }

    /** The classes of the API and what it names, as its bundle has them. */
    private static final class ApiClasses extends ClassLoader {
        private final Bundle api;

        ApiClasses(Bundle api) {
            super(ContractSuites.class.getClassLoader());
            this.api = api;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return api.loadClass(name);
        }
    }
}
