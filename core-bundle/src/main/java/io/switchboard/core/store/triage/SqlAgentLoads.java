package io.switchboard.core.store.triage;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Loads in a table, one row an agent. */
@Component(service = AgentLoads.class)
public final class SqlAgentLoads implements AgentLoads {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlAgentLoads(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private TriageMapper mapper() {
        return mappers.of(TriageMapper.class);
    }

    @Override
    public void moved(@Nullable PersonId before, @Nullable PersonId after, Instant at) {
        if (Objects.equals(before, after)) {
            return;
        }
        boolean lessFirst = before != null && (after == null || before.compareTo(after) < 0);
        if (lessFirst) {
            mapper().less(Objects.requireNonNull(before));
        }
        if (after != null && mapper().more(after, at) == 0) {
            mapper().insertLoad(new AgentLoad(after, 1, 1, at));
        }
        if (before != null && !lessFirst) {
            mapper().less(before);
        }
    }

    @Override
    public Map<PersonId, AgentLoad> all() {
        return mapper().loads().stream().collect(Collectors.toMap(AgentLoad::agent, Function.identity()));
    }

    @Override
    public boolean lock(AgentLoad seen) {
        if (seen.version() == 0) {
            mapper().insertLoad(new AgentLoad(seen.agent(), 0, 1, null));
            return true;
        }
        return mapper().lock(seen) == 1;
    }
}
