package io.switchboard.core.store.lease;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

interface LeaseMapper {
    Instant now();

    Optional<Lease> find(String name);

    void insert(Lease lease);

    int take(@Param("lease") Lease lease, @Param("seen") Lease seen);

    int expire(@Param("lease") Lease lease, @Param("now") Instant now);
}
