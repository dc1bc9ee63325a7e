package io.switchboard.core.store.survey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer as it is put into the row of its invitation; the names are those of {@link SurveyRow}. */
public record SurveyAnswerRow(
        UUID id,
        int score,
        boolean low,
        boolean content,
        String choices,
        @Nullable String words,
        Instant answeredAt,
        @Nullable Instant correctedAt) {}
