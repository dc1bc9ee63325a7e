package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.TicketType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which types of ticket are to follow a lifecycle profile. */
public record FollowersRequest(@Nullable List<String> types) {
    Set<TicketType> wanted() {
        if (types == null) {
            throw SwitchboardException.field("types", "must be given, all that are to follow the profile");
        }
        return types.stream().map(type -> TicketType.of(type, "types")).collect(Collectors.toSet());
    }
}
