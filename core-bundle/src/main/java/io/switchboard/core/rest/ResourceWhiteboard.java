package io.switchboard.core.rest;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.core.sockets.PluginFaults;
import io.switchboard.core.web.FrontDoor;
import io.switchboard.core.web.ProblemDocument;
import io.switchboard.core.web.RequestId;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.server.model.Resource;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves REST resources, wherever they are registered, by handing each request to the application of its owner. */
@Component(
        service = {Servlet.class, ResourceWhiteboard.class},
        property = {
            "osgi.http.whiteboard.servlet.pattern=/api/v1/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "osgi.http.whiteboard.servlet.multipart.enabled:Boolean=false"
        })
@Capability(namespace = "osgi.implementation", name = "osgi.jakartars", version = "2.0.0")
public final class ResourceWhiteboard extends HttpServlet implements ServiceTrackerCustomizer<Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceWhiteboard.class);
    private static final long serialVersionUID = 1L;
    private static final String BASE = "/api/v1";
    private static final String PLUGINS = "/x/";
    private static final String CORE = "";
    /** Stands before the owner's name for what it shows to people. */
    static final String PAGES = "pages:";

    private static final long TOGETHER_MILLISECONDS = 40;
    private static final long LAST_REQUESTS_MILLISECONDS = 5_000;
    private static final long LONGEST_STREAM_MINUTES = 10;

    private final transient BundleContext bundles;
    private final transient SharedProviders shared;
    private final transient PluginFaults faults;
    private final transient Map<String, Map<ServiceReference<Object>, Object>> resources = new ConcurrentHashMap<>();
    private final transient Map<String, ServingApplication> applications = new ConcurrentHashMap<>();
    private final transient ServiceTracker<Object, Object> tracker;
    private final transient FirstOpening opening;
    private final transient Set<String> pending = ConcurrentHashMap.newKeySet();
    private final transient ScheduledExecutorService builder = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rest-builder");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins to serve. */
    @Activate
    public ResourceWhiteboard(
            BundleContext bundles,
            @Reference SharedProviders shared,
            @Reference PluginFaults faults,
            @Reference FrontDoor door,
            @Reference DeclaredResources declared)
            throws InvalidSyntaxException {
        // In OSGi the API cannot find Jersey by itself.
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        this.bundles = bundles;
        this.shared = shared;
        this.faults = faults;
        this.opening = new FirstOpening(door, declared, builder, this::servedOfCore);
        this.tracker = new ServiceTracker<>(bundles, bundles.createFilter("(osgi.jakartars.resource=true)"), this);
    }

    /** Returns whether the core's resources can be called. */
    public boolean serves() {
        return opening.done();
    }

    /** Has the listener told once the core's resources can be called, now or later. */
    public void whenServing(Runnable listener) {
        opening.whenDone(listener);
    }

    @Override
    public void init() throws ServletException {
        tracker.open(true);
    }

    @Deactivate
    void stop() {
        tracker.close();
        builder.shutdownNow();
        applications.values().forEach(ServingApplication::retire);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        String owner = owner(path);
        String base = owner.equals(CORE) ? BASE : BASE + PLUGINS + owner;
        if (!serve(owner, base, request, response)) {
            refuse(request, response);
        }
    }

    /** Has an owner's application serve a request; false if the owner has none. */
    boolean serve(String owner, String base, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        for (ServingApplication application = applications.get(owner);
                application != null;
                application = applications.get(owner)) {
            if (application.serve(new MountedRequest(request, base), response)) {
                return true;
            }
        }
        return false;
    }

    private static String owner(String path) {
        if (!path.startsWith(PLUGINS)) {
            return CORE;
        }
        int end = path.indexOf('/', PLUGINS.length());
        return path.substring(PLUGINS.length(), end < 0 ? path.length() : end);
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemDocument problem = ProblemDocument.of(ErrorCode.NOT_FOUND, "There is nothing at this address");
        response.setStatus(problem.status());
        response.setContentType(ProblemDocument.MEDIA_TYPE);
        response.getOutputStream().write(problem.toJson((String) request.getAttribute(RequestId.ATTRIBUTE)));
    }

    @Override
    public @Nullable Object addingService(ServiceReference<Object> reference) {
        String owner = ownerOf(reference);
        Object resource = bundles.getService(reference);
        if (resource == null) {
            tell(owner, String.valueOf(reference), "A REST resource of it does not start: see the log");
        } else if (fault(resource.getClass()) != null) {
            tell(
                    owner,
                    String.valueOf(reference),
                    resource.getClass().getName() + " is no REST resource: " + fault(resource.getClass()));
        } else {
            resources.computeIfAbsent(owner, added -> new ConcurrentHashMap<>()).put(reference, resource);
            rebuildSoon(owner);
        }
        return resource;
    }

    /** Returns why a class takes out itself alone; what else may be broken is told when the application is made. */
    private static @Nullable String fault(Class<?> type) {
        if (type.isAnnotationPresent(Provider.class)) {
            return null;
        }
        try {
            Resource resource = Resource.from(type);
            return resource == null || resource.getPath() == null ? "it has no @Path" : null;
        } catch (IllegalArgumentException broken) {
            return "its path cannot be read";
        } catch (RuntimeException | LinkageError broken) {
            return null;
        }
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Object resource) {
        // The properties of a resource do not change how it is served.
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Object resource) {
        String owner = ownerOf(reference);
        Map<ServiceReference<Object>, Object> own = resources.get(owner);
        if (own != null) {
            own.remove(reference);
        }
        if (bundles.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() != Bundle.STOPPING) {
            // Whoever takes the resource away goes on to stop it: its requests should have ended by then.
            rebuild(owner).ifPresent(old -> old.awaitEnd(LAST_REQUESTS_MILLISECONDS));
        }
        bundles.ungetService(reference);
    }

    private String ownerOf(ServiceReference<Object> reference) {
        Bundle bundle = reference.getBundle();
        if (bundle == null) {
            return ownerByReference(reference);
        }
        if (bundle.equals(bundles.getBundle())) {
            return CORE;
        }
        boolean pages = "pages".equals(reference.getProperty("switchboard.web"));
        return (pages ? PAGES : "") + bundle.getSymbolicName();
    }

    private String ownerByReference(ServiceReference<Object> reference) {
        return resources.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(reference))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(CORE);
    }

    private OptionalInt servedOfCore() {
        return applications.containsKey(CORE) && !pending.contains(CORE)
                ? OptionalInt.of(resources.getOrDefault(CORE, Map.of()).size())
                : OptionalInt.empty();
    }

    /** Several resources that come together, as at the start, make one application and not one each. */
    private void rebuildSoon(String owner) {
        opening.changed();
        if (pending.add(owner)) {
            builder.schedule(
                    () -> {
                        pending.remove(owner);
                        rebuild(owner);
                        opening.look();
                    },
                    TOGETHER_MILLISECONDS,
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Puts a new application in the place of the old one, and returns that. */
    private synchronized Optional<ServingApplication> rebuild(String owner) {
        List<Object> own =
                new ArrayList<>(resources.getOrDefault(owner, Map.of()).values());
        ServingApplication made = own.isEmpty() ? null : make(owner, own);
        ServingApplication old = made == null ? applications.remove(owner) : applications.put(owner, made);
        if (old != null) {
            old.retire();
            builder.schedule(old::end, LONGEST_STREAM_MINUTES, TimeUnit.MINUTES);
        }
        return Optional.ofNullable(old);
    }

    private @Nullable ServingApplication make(String owner, List<Object> own) {
        try {
            ServingApplication made =
                    new ServingApplication(owner, own, config -> shared.registerOn(config, owner), getServletContext());
            faults.clear(pluginOf(owner), owner);
            return made;
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("The REST resources of {} cannot be served", nameOf(owner), broken);
            tell(owner, owner, "Its REST resources cannot be served: " + reason(broken));
            return null;
        }
    }

    private void tell(String owner, String matter, String message) {
        LOG.error("{}: {}", nameOf(owner), message);
        if (!owner.equals(CORE)) {
            faults.tell(pluginOf(owner), matter, message);
        }
    }

    private static String nameOf(String owner) {
        return owner.equals(CORE) ? "the core" : pluginOf(owner);
    }

    private static String pluginOf(String owner) {
        return owner.startsWith(PAGES) ? owner.substring(PAGES.length()) : owner;
    }

    private static String reason(Throwable broken) {
        String message = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
        return broken.getClass().getSimpleName() + (message.isBlank() ? "" : ", " + message);
    }
}
