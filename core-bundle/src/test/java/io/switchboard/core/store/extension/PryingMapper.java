package io.switchboard.core.store.extension;

import java.util.List;
import org.apache.ibatis.annotations.Select;

/** A mapper that reads what is not the plugin's. */
interface PryingMapper {
    @Select("select content from setting")
    List<String> secrets();
}
