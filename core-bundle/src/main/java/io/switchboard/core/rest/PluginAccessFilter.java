package io.switchboard.core.rest;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ui.Access;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;

/** Holds callers of plugins' resources to the rule that the resource declares; without a rule nobody gets in. */
@Priority(Priorities.AUTHORIZATION)
final class PluginAccessFilter implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        Access rule = resource.getResourceMethod().getAnnotation(Access.class);
        if (rule == null) {
            rule = resource.getResourceClass().getAnnotation(Access.class);
        }
        if (rule == null) {
            throw new SwitchboardException(
                    ErrorCode.RIGHT_MISSING, "The plugin declares no access rule for this, so nobody may call it");
        }
        if (rule.value() == Access.Who.SIGNED_IN) {
            CallerFilter.requireNoneRefused(context);
            Caller caller = CallerFilter.callerOf(context);
            AccessPolicy.requireKnown(caller);
            for (Right right : rule.rights()) {
                AccessPolicy.require(caller, right);
            }
        }
    }
}
