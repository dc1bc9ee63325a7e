package io.switchboard.core.rest.configuration;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusDefinition;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.lifecycle.Lifecycle;
import java.util.List;
import java.util.Set;

/**
 * A lifecycle profile.
 *
 * @param bundled whether it comes with the desk, and so never changes
 * @param types the types of ticket that follow it
 */
public record LifecycleProfileView(
        String id, String name, boolean bundled, List<String> types, List<StatusView> statuses) {
    /** A status, with the ids of those that may follow it. */
    public record StatusView(
            String id,
            String name,
            String stage,
            String nextMove,
            String category,
            List<String> runningClocks,
            List<String> next) {
        private static StatusView of(LifecycleProfile profile, StatusDefinition definition) {
            return new StatusView(
                    definition.status().id(),
                    definition.name(),
                    definition.stage().id(),
                    definition.nextMove().id(),
                    definition.category().id(),
                    definition.runningClocks().stream().sorted().toList(),
                    profile.next(definition.status()).stream().map(Status::id).toList());
        }
    }

    static LifecycleProfileView of(LifecycleProfile profile, Set<TicketType> types) {
        return new LifecycleProfileView(
                profile.id(),
                profile.name(),
                Lifecycle.isBundled(profile.id()),
                types.stream().map(TicketType::id).sorted().toList(),
                profile.statuses().stream()
                        .map(status -> StatusView.of(profile, status))
                        .toList());
    }
}
