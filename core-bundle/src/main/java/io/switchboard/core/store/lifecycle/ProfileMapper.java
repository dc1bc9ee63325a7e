package io.switchboard.core.store.lifecycle;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code lifecycle_profile}, {@code lifecycle_hold} and {@code lifecycle_standing}. */
interface ProfileMapper {
    Optional<String> find(String id);

    List<String> list();

    void insert(@Param("id") String id, @Param("content") String content);

    int update(@Param("id") String id, @Param("content") String content);

    int delete(String id);

    void insertHold(@Param("profile") String profile, @Param("slot") int slot);

    int hold(@Param("profile") String profile, @Param("slot") int slot);

    int holdAll(String profile);

    int deleteHolds(String profile);

    Optional<TicketId> anyStanding(@Param("profile") String profile, @Param("status") Status status);

    void insertStanding(
            @Param("ticket") TicketId ticket, @Param("profile") String profile, @Param("status") Status status);

    int deleteStanding(TicketId ticket);
}
