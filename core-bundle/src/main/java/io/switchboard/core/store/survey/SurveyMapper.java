package io.switchboard.core.store.survey;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.VisibilityScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;

/** Statements on {@code survey_invitation}. */
public interface SurveyMapper {
    void add(SurveyRow row);

    Optional<SurveyRow> ofClosure(@Param("ticket") TicketId ticket, @Param("closure") int closure);

    Optional<SurveyRow> find(UUID id);

    Optional<SurveyRow> byToken(String tokenHash);

    List<SurveyRow> ofTicket(TicketId ticket);

    Optional<Instant> lastAsked(PersonId person);

    List<UUID> any();

    void answer(SurveyAnswerRow answer);

    int followUp(@Param("id") UUID id, @Param("what") String what);

    List<SurveyRow> ofPerson(@Param("person") PersonId person, @Param("limit") int limit);

    void rewrite(@Param("id") UUID id, @Param("words") @Nullable String words);

    void forgetWords(TicketId ticket);

    void purge(TicketId ticket);

    @SelectProvider(type = SurveyStatement.class, method = "list")
    List<SurveyRow> list(
            @Param("filter") SurveyFilter filter,
            @Param("scope") VisibilityScope scope,
            @Param("teams") List<TeamId> teams,
            @Param("confidential") List<TeamId> confidential);

    @SelectProvider(type = SurveyStatement.class, method = "count")
    List<SurveyCount> count(
            @Param("filter") SurveyFilter filter,
            @Param("scope") VisibilityScope scope,
            @Param("teams") List<TeamId> teams,
            @Param("confidential") List<TeamId> confidential);
}
