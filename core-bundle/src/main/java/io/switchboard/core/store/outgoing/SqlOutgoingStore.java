package io.switchboard.core.store.outgoing;

import io.switchboard.core.store.MapperSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is to leave the desk, in SQL. */
@Component(service = OutgoingStore.class)
public final class SqlOutgoingStore implements OutgoingStore {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_DAY = 3;

    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlOutgoingStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void add(OutgoingRow row) {
        mapper().add(row);
    }

    @Override
    public Optional<OutgoingRow> find(UUID id) {
        return mapper().find(id);
    }

    @Override
    public void failed(UUID id, String outcome) {
        mapper().failed(id, outcome);
    }

    @Override
    public void end(UUID id, String state, String outcome) {
        mapper().end(id, state, outcome);
    }

    @Override
    public boolean takePlace(UUID id, String addressHash, Instant now) {
        mapper().forgetPlaces(now.minus(DAY));
        List<Instant> sent = mapper().places(addressHash, now.minus(DAY));
        boolean inTheLastHour = sent.stream().anyMatch(at -> at.isAfter(now.minus(HOUR)));
        if (inTheLastHour || sent.size() >= PER_DAY) {
            return false;
        }
        mapper().addPlace(id, addressHash, now);
        return true;
    }

    private OutgoingMapper mapper() {
        return mappers.of(OutgoingMapper.class);
    }
}
