package io.switchboard.review;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Statements on reviews and their actions. */
interface ReviewMapper {
    @Insert(
            "insert into ${prefix}review (id, ticket, state, made_by, summary, root_cause, lessons, version, created_at, "
                    + "due_at, completed_at) values (#{id}, #{ticket}, #{state}, #{madeBy}, #{summary}, #{rootCause}, #{lessons}, "
                    + "#{version}, #{createdAt}, #{dueAt}, #{completedAt})")
    void addReview(Review review);

    @Select("select * from ${prefix}review where id = #{id}")
    @Nullable
    Review review(UUID id);

    @Select("select * from ${prefix}review where ticket = #{ticket}")
    @Nullable
    Review ofTicket(UUID ticket);

    @Select("select * from ${prefix}review where state = #{state} and id < #{before} order by state desc, id desc "
            + "fetch first #{limit} rows only")
    List<Review> reviews(@Param("state") String state, @Param("before") UUID before, @Param("limit") int limit);

    /** Changes what is still as the caller saw it. */
    @Update("update ${prefix}review set state = #{state}, summary = #{summary}, root_cause = #{rootCause}, "
            + "lessons = #{lessons}, completed_at = #{completedAt}, version = version + 1 "
            + "where id = #{id} and version = #{version}")
    int changeReview(Review review);

    @Delete("delete from ${prefix}review where id = #{id}")
    void removeReview(UUID id);

    @Insert(
            "insert into ${prefix}action (id, review, title, assigned_to, due, done_at, done_by, version, created_at) "
                    + "values (#{id}, #{review}, #{title}, #{assignedTo}, #{due}, #{doneAt}, #{doneBy}, #{version}, #{createdAt})")
    void addAction(Action action);

    @Select(
            "select id, review, title, assigned_to, due, done_at, done_by, version, created_at from ${prefix}action where id = #{id}")
    @Nullable
    Action action(UUID id);

    @Select("select id, review, title, assigned_to, due, done_at, done_by, version, created_at "
            + "from ${prefix}action where review = #{review} order by review, id fetch first 200 rows only")
    List<Action> actions(UUID review);

    @Select("select id, review, title, assigned_to, due, done_at, done_by, version, created_at "
            + "from ${prefix}action where assigned_to = #{owner} and done_at is null order by assigned_to, id "
            + "fetch first 200 rows only")
    List<Action> openOf(UUID owner);

    /** Changes what is still as the caller saw it. */
    @Update(
            "update ${prefix}action set title = #{title}, assigned_to = #{assignedTo}, due = #{due}, done_at = #{doneAt}, "
                    + "done_by = #{doneBy}, version = version + 1 where id = #{id} and version = #{version}")
    int changeAction(Action action);

    /** Notes that it was remarked that an action is late; nothing if it was for this day. */
    @Update(
            "update ${prefix}action set remarked = #{due} where id = #{id} and (remarked is null or remarked <> #{due})")
    int remarkLate(@Param("id") UUID id, @Param("due") String due);

    @Delete("delete from ${prefix}action where id = #{id} and version = #{version}")
    int removeAction(@Param("id") UUID id, @Param("version") int version);

    @Delete("delete from ${prefix}action where review = #{review}")
    void removeActions(UUID review);
}
