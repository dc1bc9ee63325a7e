package io.switchboard.core.operation;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Leads what libraries write to Java's own logging, such as Jersey and HSQLDB, into the server's log. */
@Component(service = {})
public final class JavaLogging {

    private static final Logger ROOT = LogManager.getLogManager().getLogger("");

    @Activate
    public JavaLogging() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        ROOT.setLevel(Level.INFO);
    }

    @Deactivate
    void release() {
        SLF4JBridgeHandler.uninstall();
    }
}
