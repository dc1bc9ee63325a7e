package io.switchboard.core.rest;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ui.CurrentCaller;
import io.switchboard.core.access.Caller;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives plugins' resources what they may know of the caller of their request. */
final class CurrentCallerFactory implements Supplier<CurrentCaller> {
    private final ContainerRequestContext request;

    @Inject
    CurrentCallerFactory(ContainerRequestContext request) {
        this.request = request;
    }

    @Override
    public CurrentCaller get() {
        return new Known(CallerFilter.callerOf(request));
    }

    private record Known(Caller caller) implements CurrentCaller {
        @Override
        public @Nullable PersonId person() {
            return caller.person();
        }

        @Override
        public Set<Right> rights() {
            return caller.rights();
        }

        @Override
        public String remoteAddress() {
            return Objects.requireNonNullElse(caller.address(), "");
        }
    }
}
