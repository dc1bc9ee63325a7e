package io.switchboard.core.store.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Statements on the audit log. */
public interface AuditMapper {
    void add(AuditRow row);

    List<AuditRow> list(AuditQuery query);

    List<UUID> before(@Param("time") Instant time, @Param("limit") int limit);

    int delete(@Param("ids") Collection<UUID> ids);
}
