package io.switchboard.core.store.survey;

import io.switchboard.api.people.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * How many invitations have something in common.
 *
 * @param survey the id of the survey
 * @param kind how its scored question is answered
 * @param team the team of the tickets, or null if they have none
 * @param score the score, or null if they were not answered
 * @param content whether who gave it is content; null if they were not answered
 * @param number how many there are
 */
public record SurveyCount(
        String survey,
        String kind,
        @Nullable TeamId team,
        @Nullable Integer score,
        @Nullable Boolean content,
        long number) {}
