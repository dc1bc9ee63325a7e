package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code customer_origin} and {@code customer_lookup}. */
public interface OriginMapper {
    List<OriginRow> of(@Param("persons") Collection<PersonId> persons);

    void delete(@Param("person") PersonId person, @Param("field") String field);

    void insert(OriginRow row);

    Optional<Instant> due(PersonId person);

    void insertDue(@Param("person") PersonId person, @Param("due") Instant due);

    int updateDue(@Param("person") PersonId person, @Param("seen") Instant seen, @Param("due") Instant due);
}
