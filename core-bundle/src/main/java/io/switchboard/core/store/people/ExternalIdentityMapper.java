package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.people.ExternalIdentityStore.IdentityRow;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on accounts of other systems. */
public interface ExternalIdentityMapper {
    void bind(IdentityRow row);

    Optional<IdentityRow> byLogin(String loginKey);

    Optional<IdentityRow> bySubject(@Param("issuer") String issuer, @Param("subject") String subject);

    List<IdentityRow> of(PersonId person);

    int release(PersonId person);
}
