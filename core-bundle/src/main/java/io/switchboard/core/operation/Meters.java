package io.switchboard.core.operation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.switchboard.core.rest.RequestFigures;
import io.switchboard.core.web.Admission;
import io.switchboard.core.web.FrontDoor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What is measured of the running server. */
@Component(service = Meters.class)
public final class Meters {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    /** Begins to measure. */
    @Activate
    public Meters(@Reference FrontDoor door, @Reference RequestFigures requests, @Reference DeskFigures desk) {
        requests.bindTo(registry);
        registry.getPrometheusRegistry().register(desk);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
        Admission admission = door.admission();
        Gauge.builder("switchboard.http.active", admission, Admission::active)
                .description("Requests being worked on")
                .register(registry);
        Gauge.builder("switchboard.http.waiting", admission, Admission::waiting)
                .description("Requests waiting for a place")
                .register(registry);
        FunctionCounter.builder("switchboard.http.refused", admission, Admission::refused)
                .description("Requests turned away because the server was busy")
                .register(registry);
        FunctionCounter.builder("switchboard.http.requests", admission, Admission::admitted)
                .description("Requests let in")
                .register(registry);
    }

    @Deactivate
    void stop() {
        garbage.close();
        registry.close();
    }

    /** Returns all figures in the Prometheus text format. */
    String scrape() {
        return registry.scrape();
    }
}
