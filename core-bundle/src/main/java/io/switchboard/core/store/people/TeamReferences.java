package io.switchboard.core.store.people;

import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.core.store.MapperSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives teams as tickets show them; works in the thread's transaction. */
@Component(service = TeamReferences.class)
public final class TeamReferences {
    private final MapperSource mappers;

    /** Makes it. */
    @Activate
    public TeamReferences(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    /** Returns the teams, at most 1,000; which is unknown is left out. */
    public Map<TeamId, TeamReference> of(Collection<TeamId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return mappers.of(TeamReferenceMapper.class).references(ids).stream()
                .collect(Collectors.toMap(TeamReference::id, Function.identity()));
    }
}
