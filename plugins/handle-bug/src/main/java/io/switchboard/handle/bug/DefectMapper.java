package io.switchboard.handle.bug;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Statements on defects and their tickets. */
interface DefectMapper {
    @Insert("insert into ${prefix}defect (id, tracker, reference, address, state, state_name, attempts, trouble, "
            + "trouble_since, created_at) values (#{id}, #{tracker}, #{reference}, #{address}, #{state}, #{stateName}, "
            + "#{attempts}, #{trouble}, #{troubleSince}, #{createdAt})")
    void add(Defect defect);

    @Update("update ${prefix}defect set tracker = #{tracker}, reference = #{reference}, address = #{address}, "
            + "state = #{state}, state_name = #{stateName}, attempts = #{attempts}, trouble = #{trouble}, "
            + "trouble_since = #{troubleSince} where id = #{id}")
    int change(Defect defect);

    @Select("select * from ${prefix}defect where id = #{id}")
    @Nullable
    Defect defect(UUID id);

    @Select("select * from ${prefix}defect where reference = #{reference} and tracker = #{tracker}")
    @Nullable
    Defect byReference(@Param("tracker") String tracker, @Param("reference") String reference);

    @Select("select * from ${prefix}defect where id < #{before} order by id desc fetch first #{limit} rows only")
    List<Defect> list(@Param("before") UUID before, @Param("limit") int limit);

    /** Returns those of which the tracker was asked in vain, the longest trouble first. */
    @Select("select * from ${prefix}defect where trouble_since is not null order by trouble_since "
            + "fetch first #{limit} rows only")
    List<Defect> troubled(int limit);

    @Delete("delete from ${prefix}defect where id = #{id}")
    void remove(UUID id);

    @Insert("insert into ${prefix}member (ticket, defect, told, waited, commented, joined_at) "
            + "values (#{ticket}, #{defect}, #{told}, #{waited}, #{commented}, #{joinedAt})")
    void join(Member member);

    @Update("update ${prefix}member set defect = #{defect}, told = #{told}, waited = #{waited}, "
            + "commented = #{commented}, joined_at = #{joinedAt} where ticket = #{ticket}")
    int changeMember(Member member);

    @Select("select * from ${prefix}member where ticket = #{ticket}")
    @Nullable
    Member member(UUID ticket);

    @Select("select * from ${prefix}member where defect = #{defect} order by defect, ticket fetch first 500 rows only")
    List<Member> members(UUID defect);

    @Delete("delete from ${prefix}member where ticket = #{ticket}")
    int leave(UUID ticket);
}
