package io.switchboard.core.store.plugin;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code plugin_settings_version}. */
interface SettingsVersionMapper {
    List<SettingsVersionRow> all(String plugin);

    void insert(SettingsVersionRow row);

    void deleteBefore(@Param("plugin") String plugin, @Param("version") long version);
}
