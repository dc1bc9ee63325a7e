package io.switchboard.core.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * Measures the requests to resources: how many, how they ended, how long they took, by operation. A resource of the core
 * is named by its operation in the API's description, whatever a plugin serves by the plugin, and what no resource serves
 * by {@code none}; so there are never more names than operations and plugins.
 */
@Component(service = RequestFigures.class)
public final class RequestFigures implements MeterBinder {
    private static final Duration[] BOUNDS = Stream.of(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private volatile @Nullable MeterRegistry registry;

    @Override
    public void bindTo(MeterRegistry figures) {
        registry = figures;
    }

    /** Returns what listens to the requests of an owner's application. */
    ApplicationEventListener listener(String owner) {
        return new Listener(owner);
    }

    private void served(String operation, int status, long nanoseconds) {
        MeterRegistry figures = registry;
        if (figures != null) {
            Timer.builder("switchboard.http.request")
                    .description("Requests to resources by operation and class of status")
                    .tag("operation", operation)
                    .tag("status", status / 100 + "xx")
                    .serviceLevelObjectives(BOUNDS)
                    .register(figures)
                    .record(Duration.ofNanos(nanoseconds));
        }
    }

    private final class Listener implements ApplicationEventListener {
        private final String owner;

        Listener(String owner) {
            this.owner = owner;
        }

        @Override
        public void onEvent(ApplicationEvent event) {
            // Only requests are measured.
        }

        @Override
        public RequestEventListener onRequest(RequestEvent started) {
            long begun = System.nanoTime();
            return event -> {
                if (event.getType() == RequestEvent.Type.FINISHED) {
                    served(operation(event), status(event), System.nanoTime() - begun);
                }
            };
        }

        private String operation(RequestEvent event) {
            ResourceMethod matched = event.getUriInfo().getMatchedResourceMethod();
            if (!owner.isEmpty()) {
                return "plugin:" + owner;
            }
            if (matched == null) {
                return "none";
            }
            Operation described = matched.getInvocable().getHandlingMethod().getAnnotation(Operation.class);
            String id = described == null ? "" : described.operationId();
            return id.isEmpty() ? matched.getInvocable().getHandlingMethod().getName() : id;
        }

        private static int status(RequestEvent event) {
            return event.getContainerResponse() == null
                    ? 500
                    : event.getContainerResponse().getStatus();
        }
    }
}
