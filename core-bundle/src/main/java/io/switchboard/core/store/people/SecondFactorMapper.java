package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.people.SecondFactorStore.SecretRow;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on second factors. */
public interface SecondFactorMapper {
    Optional<SecretRow> secret(PersonId person);

    int propose(@Param("person") PersonId person, @Param("sealed") String sealed, @Param("now") Instant now);

    int has(PersonId person);

    void insert(@Param("person") PersonId person, @Param("sealed") String sealed, @Param("now") Instant now);

    int useStep(@Param("person") PersonId person, @Param("step") long step, @Param("now") Instant now);

    void insertRecoveryCode(@Param("person") PersonId person, @Param("hash") String hash);

    int recoveryCodes(PersonId person);

    int useRecoveryCode(@Param("person") PersonId person, @Param("hash") String hash);

    void deleteRecoveryCodes(PersonId person);

    int remove(@Param("person") PersonId person, @Param("now") Instant now);
}
