package io.switchboard.core.store.database;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Reads and writes what {@link CrashedWriter} leaves. */
public interface PairMapper {
    @Insert("insert into pair (number, half) values (#{number}, #{half})")
    int insert(@Param("number") long number, @Param("half") int half);

    @Select("select number from pair where half = #{half} order by number")
    List<Long> numbers(int half);
}
