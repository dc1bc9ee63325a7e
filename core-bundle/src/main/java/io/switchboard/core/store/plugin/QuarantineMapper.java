package io.switchboard.core.store.plugin;

import java.util.List;

/** Statements on {@code plugin_quarantine}. */
interface QuarantineMapper {
    List<QuarantineRow> all();

    int insert(QuarantineRow row);

    int delete(String plugin);

    int deleteOthers();
}
