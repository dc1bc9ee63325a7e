package io.switchboard.core.store.setting;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

interface SettingMapper {
    Optional<Setting> find(String name);

    List<Setting> list(@Param("from") String from, @Param("to") String to);

    int update(@Param("setting") Setting setting, @Param("expectedVersion") long expectedVersion);

    void insert(Setting setting);

    void delete(String name);
}
