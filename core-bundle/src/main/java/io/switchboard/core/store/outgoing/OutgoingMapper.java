package io.switchboard.core.store.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Statements on what is to leave the desk. */
public interface OutgoingMapper {
    void add(OutgoingRow row);

    Optional<OutgoingRow> find(UUID id);

    void failed(@Param("id") UUID id, @Param("outcome") String outcome);

    void end(@Param("id") UUID id, @Param("state") String state, @Param("outcome") String outcome);

    void forgetPlaces(Instant before);

    List<Instant> places(@Param("address") String address, @Param("since") Instant since);

    void addPlace(@Param("id") UUID id, @Param("address") String address, @Param("now") Instant now);
}
