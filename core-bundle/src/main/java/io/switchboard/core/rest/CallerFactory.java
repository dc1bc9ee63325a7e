package io.switchboard.core.rest;

import io.switchboard.core.access.Caller;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.function.Supplier;

/** Gives resources the caller of their request. */
final class CallerFactory implements Supplier<Caller> {
    private final ContainerRequestContext request;

    @Inject
    CallerFactory(ContainerRequestContext request) {
        this.request = request;
    }

    @Override
    public Caller get() {
        return CallerFilter.callerOf(request);
    }
}
