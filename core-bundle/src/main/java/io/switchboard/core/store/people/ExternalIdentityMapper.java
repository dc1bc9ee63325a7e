package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.people.ExternalIdentityStore.IdentityRow;
import java.util.List;
import java.util.Optional;

/** Statements on accounts of other systems. */
public interface ExternalIdentityMapper {
    void bind(IdentityRow row);

    Optional<IdentityRow> byLogin(String loginKey);

    List<IdentityRow> of(PersonId person);

    int release(PersonId person);
}
