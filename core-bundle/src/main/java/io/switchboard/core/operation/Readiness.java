package io.switchboard.core.operation;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.demo.DemoDesk;
import io.switchboard.core.plugins.DesiredState;
import io.switchboard.core.plugins.PluginStart;
import io.switchboard.core.rest.ResourceWhiteboard;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.backup.DeliveryHold;
import io.switchboard.core.web.ReadingServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.condition.Condition;

/**
 * Says whether the server lives and whether it serves. It is ready once the framework has started, the core's resources
 * can be called, the plugins run and a demo is complete; it lives as long as it answers. A restored copy that sends nothing
 * says so.
 */
@Component(service = Servlet.class, immediate = true, property = "osgi.http.whiteboard.servlet.pattern=/health/*")
public final class Readiness extends ReadingServlet implements FrameworkListener {
    private static final long serialVersionUID = 1L;

    private final transient BundleContext bundles;
    private final transient ResourceWhiteboard resources;
    private final transient Database database;
    private final transient DeliveryHold hold;
    private final transient DesiredState desired;
    private transient @Nullable ServiceRegistration<Condition> told;
    private transient volatile boolean plugins;
    private transient volatile boolean safeMode;
    private transient volatile boolean filled;

    /** Waits for the framework. */
    @Activate
    public Readiness(
            BundleContext bundles,
            @Reference ResourceWhiteboard resources,
            @Reference Database database,
            @Reference DeliveryHold hold,
            @Reference DesiredState desired) {
        this.bundles = bundles;
        this.resources = resources;
        this.database = database;
        this.hold = hold;
        this.desired = desired;
        bundles.addFrameworkListener(this);
        resources.whenServing(this::tell);
    }

    /** Takes note that the plugins run, or are left out and named, or are not to run at all. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = PluginStart.SETTLED)
    void bindPlugins(Condition settled, Map<String, ?> properties) {
        safeMode = PluginStart.SAFE_MODE.equals(properties.get(Condition.CONDITION_ID));
        plugins = true;
        tell();
    }

    void unbindPlugins(Condition running) {
        plugins = false;
    }

    /** Takes note that there is no demo to be filled, or that it is complete. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = "(osgi.condition.id=" + DemoDesk.CONDITION + ")")
    void bindDemo(Condition complete) {
        filled = true;
        tell();
    }

    void unbindDemo(Condition complete) {
        filled = false;
    }

    @Deactivate
    void stop() {
        bundles.removeFrameworkListener(this);
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTED) {
            tell();
        }
    }

    private synchronized void tell() {
        if (told == null && serves()) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(Condition.CONDITION_ID, "switchboard.ready");
            properties.put("switchboard.ready", true);
            told = bundles.registerService(Condition.class, Condition.INSTANCE, properties);
        }
    }

    private boolean serves() {
        return plugins && filled && started() && resources.serves();
    }

    private boolean started() {
        return bundles.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if ("/live".equals(path)) {
            answer(response, HttpServletResponse.SC_OK, "UP", null);
        } else if ("/ready".equals(path)) {
            ready(response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        if (!serves()) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "STARTING", "the server is starting");
            return;
        }
        try {
            database.requireWritable();
            answer(response, HttpServletResponse.SC_OK, "UP", peculiarity());
        } catch (SwitchboardException readOnly) {
            answer(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "READ_ONLY",
                    readOnly.code().id());
        }
    }

    private @Nullable String peculiarity() {
        List<String> told = new ArrayList<>();
        if (safeMode) {
            told.add("the server runs in safe mode, without plugins");
        }
        if (desired.outcome().filter(last -> !last.reasons().isEmpty()).isPresent()) {
            told.add("plugins.json is not carried out");
        }
        if (hold.held()) {
            told.add("deliveries are held");
        }
        return told.isEmpty() ? null : String.join("; ", told);
    }

    private static void answer(HttpServletResponse response, int status, String state, @Nullable String reason)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        String body = reason == null
                ? "{\"status\":\"" + state + "\"}"
                : "{\"status\":\"" + state + "\",\"reason\":\"" + reason + "\"}";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
