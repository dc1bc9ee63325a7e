package io.switchboard.core.store.survey;

import io.switchboard.api.people.TeamId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which invitations are wanted; null does not matter.
 *
 * @param survey those of this survey
 * @param team those about tickets of this team
 * @param answered whether they were answered
 * @param low whether the score is low
 * @param from those of this time and later
 * @param to those before this time
 * @param before those older than this one, by their ids
 * @param limit how many at most
 */
public record SurveyFilter(
        @Nullable String survey,
        @Nullable TeamId team,
        @Nullable Boolean answered,
        @Nullable Boolean low,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID before,
        int limit) {}
