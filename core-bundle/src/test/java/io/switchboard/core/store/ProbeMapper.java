package io.switchboard.core.store;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** A mapper of every kind of value that the store keeps. */
public interface ProbeMapper {
    /** A row of every kind of value. */
    record Probe(
            TicketId id,
            UUID batch,
            Status status,
            Level impact,
            @Nullable Level urgency,
            @Nullable Instant dueAt,
            boolean confidential,
            long counter,
            @Nullable String longText) {}

    @Insert("insert into probe (id, batch, status, impact, urgency, due_at, confidential, counter, long_text)"
            + " values (#{id}, #{batch}, #{status}, #{impact}, #{urgency}, #{dueAt}, #{confidential}, #{counter},"
            + " #{longText})")
    void insert(Probe probe);

    @Select("select * from probe where id = #{id}")
    Optional<Probe> find(TicketId id);

    @Select("select id from probe where batch = #{batch} order by id")
    List<TicketId> ids(UUID batch);

    @Update("update probe set counter = counter + #{by} where id = #{id}")
    int add(@Param("id") TicketId id, @Param("by") long by);

    @Select("select counter from probe where id = #{id}")
    long counter(TicketId id);
}
