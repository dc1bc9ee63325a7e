package io.switchboard.core.plugins;

import io.switchboard.api.plugin.PluginContext;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.web.FrontDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** What the bundle that uses it is told of itself and of the desk. */
@Component(service = PluginContext.class, scope = ServiceScope.BUNDLE)
public final class BundlePluginContext implements PluginContext {
    private final String id;
    private final Path workFolder;
    private final URI publicAddress;
    private final Clock clock;

    /** Is made for each bundle that gets the service. */
    @Activate
    public BundlePluginContext(
            ComponentContext component,
            BundleContext core,
            @Reference DeskClock deskClock,
            @Reference FrontDoor frontDoor) {
        this.id = component.getUsingBundle().getSymbolicName();
        this.workFolder =
                Path.of(core.getProperty("switchboard.data")).resolve("index").resolve(id);
        this.publicAddress = frontDoor.publicAddress().uri();
        this.clock = new Desks(deskClock, ZoneOffset.UTC);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Path workFolder() {
        try {
            return Files.createDirectories(workFolder);
        } catch (IOException failure) {
            throw new UncheckedIOException("The plugin's work folder cannot be made", failure);
        }
    }

    @Override
    public URI publicAddress() {
        return publicAddress;
    }

    @Override
    public String apiPath() {
        return "/api/v1/x/" + id;
    }

    /** The desk's clock as a clock of Java. */
    private static final class Desks extends Clock {
        private final DeskClock clock;
        private final ZoneId zone;

        Desks(DeskClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Desks(clock, other);
        }

        @Override
        public Instant instant() {
            return clock.now();
        }
    }
}
