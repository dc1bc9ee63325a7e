package io.switchboard.core.rest;

import io.switchboard.core.access.AccessPolicy;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;

/** Lets nobody who is not signed in reach a resource of the core that is not marked as public. */
@Priority(Priorities.AUTHORIZATION)
final class CoreAccessFilter implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean open = resource.getResourceMethod().isAnnotationPresent(PublicResource.class)
                || resource.getResourceClass().isAnnotationPresent(PublicResource.class);
        if (!open) {
            AccessPolicy.requireKnown(CallerFilter.callerOf(context));
        }
    }
}
