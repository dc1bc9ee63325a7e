package io.switchboard.core.rest;

import com.fasterxml.jackson.databind.type.TypeFactory;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Consumer;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one owner at one moment, as a Jersey application. It is used until another takes its place, and
 * destroyed when its last request, streams included, has ended.
 */
final class ServingApplication {
    private final ServletContainer container;
    private final Occupancy requests = new Occupancy(this::destroy);

    /**
     * Makes the application.
     *
     * @param shared registers what all applications share
     * @throws RuntimeException if a resource cannot be served
     */
    ServingApplication(String owner, List<Object> resources, Consumer<ResourceConfig> shared, ServletContext context) {
        ResourceConfig config = new ResourceConfig()
                .setApplicationName(owner.isEmpty() ? "core" : owner)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.MOXY_JSON_FEATURE_DISABLE, true)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                // An absolute address would be made of the Host header, which anybody may choose.
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
                .property(ServerProperties.PROCESSING_RESPONSE_ERRORS_ENABLED, true);
        shared.accept(config);
        resources.forEach(config::register);
        this.container = new ServletContainer(config);
        try {
            container.init(new Named(owner, context));
        } catch (ServletException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Serves a request; false if this application is retired and another one must. */
    boolean serve(MountedRequest request, HttpServletResponse response) throws ServletException, IOException {
        Occupancy.Stay stay = requests.enter();
        if (stay == null) {
            return false;
        }
        request.listen(new Leaving(stay));
        try {
            container.service(request, response);
        } finally {
            if (!request.becameAsynchronous()) {
                stay.leave();
            }
        }
        return true;
    }

    /** Takes no more requests, and ends when the last one has. */
    void retire() {
        requests.close();
    }

    /** Waits for the end of a retired application, for a time. */
    void awaitEnd(long milliseconds) {
        requests.awaitEnd(milliseconds);
    }

    /** Ends a retired application even if some of its streams still go on. */
    void end() {
        requests.end();
    }

    private void destroy() {
        container.destroy();
        // Jackson remembers classes in a cache of its own, which would keep those of a plugin that is gone.
        TypeFactory.defaultInstance().clearCache();
    }

    /** Says when a request has ended that goes on after its thread has left. */
    private record Leaving(Occupancy.Stay stay) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            stay.leave();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Completion follows.
        }

        @Override
        public void onError(AsyncEvent event) {
            // Completion follows.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }

    private record Named(String owner, ServletContext context) implements ServletConfig {
        @Override
        public String getServletName() {
            return "rest-" + (owner.isEmpty() ? "core" : owner);
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public @Nullable String getInitParameter(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
