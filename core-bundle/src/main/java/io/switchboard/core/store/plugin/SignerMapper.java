package io.switchboard.core.store.plugin;

import java.util.List;
import java.util.Optional;

/** Statements on {@code plugin_signer}. */
interface SignerMapper {
    List<SignerRow> all();

    Optional<SignerRow> find(String plugin);

    int update(SignerRow row);

    int insert(SignerRow row);
}
