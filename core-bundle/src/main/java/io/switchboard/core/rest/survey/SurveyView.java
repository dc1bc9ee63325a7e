package io.switchboard.core.rest.survey;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.survey.SurveyRow;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a closure, as the desk reads it.
 *
 * @param ticket the id of the ticket
 * @param outcome {@code asked}, {@code not_selected} or {@code asked_before}
 * @param answers what was answered, by the ids of the questions
 * @param followUp what was done about a low score: {@code nothing}, {@code task}, {@code reopen} or {@code impossible}; null
 *     if nothing was to be done, or is yet
 */
public record SurveyView(
        String id,
        String ticket,
        int closure,
        String outcome,
        @Nullable String survey,
        @Nullable String edition,
        @Nullable String kind,
        boolean sent,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant correctedAt,
        @Nullable Integer score,
        @Nullable Boolean low,
        @Nullable Boolean content,
        Map<String, String> answers,
        @Nullable String followUp) {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    static SurveyView of(SurveyRow row) {
        Map<String, String> answers = new TreeMap<>();
        add(answers, row.choices());
        add(answers, row.words());
        return new SurveyView(
                row.id().toString(),
                row.ticketId().toString(),
                row.closure(),
                row.outcome(),
                row.survey(),
                row.edition(),
                row.kind(),
                row.sent(),
                row.askedAt(),
                row.answeredAt(),
                row.correctedAt(),
                row.score(),
                row.low(),
                row.content(),
                answers,
                row.followUp());
    }

    private static void add(Map<String, String> answers, @Nullable String json) {
        if (json != null) {
            answers.putAll(Json.read(json, TEXTS));
        }
    }
}
