package io.switchboard.core.store.database;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.StartRefusal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database that the server was started with and offers it as a service until the server stops. A database
 * that cannot be opened ends the server with one clear line.
 */
@Component(
        service = {},
        immediate = true)
public final class DatabaseStart {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseStart.class);

    private final BundleContext context;
    private final Database database;
    private final ServiceRegistration<Database> registration;

    /** Opens the database. */
    @Activate
    public DatabaseStart(BundleContext context) {
        this.context = context;
        try {
            this.database = open();
        } catch (SwitchboardException failure) {
            StartRefusal.report(context, String.valueOf(failure.getMessage()));
            throw failure;
        }
        this.registration = context.registerService(Database.class, database, null);
    }

    private Database open() {
        String url = context.getProperty("switchboard.database");
        if (url == null || url.isBlank()) {
            Path data = Path.of(required("switchboard.data"));
            return new EmbeddedDatabase(data.resolve("database"), this::stopServer);
        }
        return new PostgresqlDatabase(
                url, property("switchboard.database.user"), property("switchboard.database.password"));
    }

    private @Nullable String property(String name) {
        return context.getProperty(name);
    }

    private String required(String name) {
        String value = property(name);
        if (value == null) {
            throw new IllegalStateException("The framework property " + name + " is missing");
        }
        return value;
    }

    private void stopServer() {
        try {
            context.getBundle(0).stop();
        } catch (BundleException failure) {
            LOG.error("The server could not be stopped", failure);
        }
    }

    /** Closes the database. */
    @Deactivate
    public void close() {
        registration.unregister();
        database.close();
    }
}
