package io.switchboard.core.store.extension;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** A mapper as a plugin has one. */
interface NoteMapper {
    /** A row. */
    record Note(UUID id, String body, Instant made) {}

    @Insert("insert into ${prefix}note (id, body, made) values (#{id}, #{body}, #{made})")
    int insert(Note note);

    @Select("select id, body, made from ${prefix}note where id = #{id}")
    @Nullable
    Note find(UUID id);

    @Select("select 'x' from ${table}")
    List<String> names(@Param("table") String table);
}
