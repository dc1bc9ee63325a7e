package io.switchboard.it.harness;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.nat.internal.NativeTestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.BundleContext;

/**
 * Boots the distribution's bundles with Pax Exam in the JVM of the test, and gives tests the {@link BundleContext} of the
 * framework. The classes of the test are not those of the bundles: look services up by name, with {@code
 * getAllServiceReferences}.
 */
public final class FrameworkInside implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final String PLUGIN_START_LEVEL = "30";

    private @Nullable NativeTestContainer container;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path data = Files.createTempDirectory("switchboard-inside");
        Files.createDirectories(data.resolve("logs"));
        ExamSystem system = PaxExamRuntime.createServerSystem(options(data).toArray(Option[]::new));
        NativeTestContainer started = (NativeTestContainer) PaxExamRuntime.createContainer(system);
        started.start();
        container = started;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BundleContext.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return container == null ? null : container.getSystemBundle().getBundleContext();
    }

    private static List<Option> options(Path data) throws IOException {
        List<Option> options = new ArrayList<>();
        options.add(frameworkStartLevel(Integer.parseInt(PLUGIN_START_LEVEL)));
        options.add(systemProperty("logback.configurationFile")
                .value(Distribution.home().resolve("conf/logback.xml").toString()));
        options.add(systemProperty("switchboard.data").value(data.toString()));
        options.add(property("switchboard.home", Distribution.home().toString()));
        options.add(property("switchboard.version", "0.1.0"));
        options.add(property("switchboard.mode", "server"));
        options.add(property("switchboard.data", data.toString()));
        options.add(property("switchboard.bind", "127.0.0.1"));
        options.add(property("switchboard.port", freePort()));
        options.add(property("switchboard.admin.email", ServerSetup.ADMIN_EMAIL));
        options.add(property("switchboard.admin.password", ServerSetup.ADMIN_PASSWORD));
        options.add(property("org.osgi.service.http.port", freePort()));
        options.add(property("org.apache.felix.http.host", "127.0.0.1"));
        for (Distribution.Member member : Distribution.bundles()) {
            options.add(bundle(member.jar().toUri().toString())
                    .startLevel(member.startLevel())
                    .start(!isFragment(member.jar())));
        }
        return options;
    }

    private static boolean isFragment(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Fragment-Host") != null;
        }
    }

    private static Option property(String name, String value) {
        return frameworkProperty(name).value(value);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
