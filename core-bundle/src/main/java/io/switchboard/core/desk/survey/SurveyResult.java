package io.switchboard.core.desk.survey;

import io.switchboard.api.people.TeamId;
import io.switchboard.api.survey.Survey.Kind;
import io.switchboard.core.store.survey.SurveyCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a survey.
 *
 * @param survey its id
 * @param kind how its scored question is answered
 * @param figures over all queues
 * @param teams the figures of each queue, that of tickets without a team first
 */
public record SurveyResult(String survey, String kind, Figures figures, List<OfTeam> teams) {
    private static final String NET_PROMOTERS = Kind.ZERO_TO_TEN.name().toLowerCase(Locale.ROOT);
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;

    /** The figures of a queue; team is null for tickets without one. */
    public record OfTeam(@Nullable TeamId team, Figures figures) {}

    /**
     * Figures. A share without anything that it is a share of is null.
     *
     * @param asked how many were asked
     * @param answered how many answered
     * @param responseRate answered by asked, from 0 to 1
     * @param average the average score
     * @param content the share of the answers of those who are content, from 0 to 1
     * @param netPromoterScore the percentage of 9 and 10 less that of 0 to 6, from -100 to 100; only for scores from 0 to 10
     * @param scores how many gave which score
     */
    public record Figures(
            long asked,
            long answered,
            @Nullable Double responseRate,
            @Nullable Double average,
            @Nullable Double content,
            @Nullable Double netPromoterScore,
            SortedMap<Integer, Long> scores) {}

    /** The survey and how it is answered: a survey that was changed from stars to ten is another as to its figures. */
    private record Key(String survey, String kind) {}

    static List<SurveyResult> of(List<SurveyCount> counts) {
        Map<Key, List<SurveyCount>> bySurvey = counts.stream()
                .sorted(Comparator.comparing(SurveyCount::survey).thenComparing(SurveyCount::kind))
                .collect(Collectors.groupingBy(
                        count -> new Key(count.survey(), count.kind()), LinkedHashMap::new, Collectors.toList()));
        List<SurveyResult> results = new ArrayList<>();
        bySurvey.forEach((key, all) -> results.add(
                new SurveyResult(key.survey(), key.kind(), figures(key.kind(), all), teams(key.kind(), all))));
        return results;
    }

    private static List<OfTeam> teams(String kind, List<SurveyCount> counts) {
        Map<String, List<SurveyCount>> byTeam = counts.stream()
                .collect(Collectors.groupingBy(
                        count -> Objects.toString(count.team(), ""), TreeMap::new, Collectors.toList()));
        return byTeam.values().stream()
                .map(all -> new OfTeam(all.get(0).team(), figures(kind, all)))
                .toList();
    }

    private static Figures figures(String kind, List<SurveyCount> counts) {
        SortedMap<Integer, Long> scores = new TreeMap<>();
        for (SurveyCount count : counts) {
            Integer score = count.score();
            if (score != null) {
                scores.merge(score, count.number(), Long::sum);
            }
        }
        long asked = counts.stream().mapToLong(SurveyCount::number).sum();
        long answered = sum(scores, score -> 1);
        long content = counts.stream()
                .filter(count -> Boolean.TRUE.equals(count.content()))
                .mapToLong(SurveyCount::number)
                .sum();
        Double promoters = share(sum(scores, SurveyResult::promotes), answered);
        return new Figures(
                asked,
                answered,
                share(answered, asked),
                share(sum(scores, score -> score), answered),
                share(content, answered),
                kind.equals(NET_PROMOTERS) && promoters != null ? promoters * 100 : null,
                scores);
    }

    private static int promotes(int score) {
        if (score >= PROMOTER) {
            return 1;
        }
        return score <= DETRACTOR ? -1 : 0;
    }

    private static long sum(SortedMap<Integer, Long> scores, Function<Integer, Integer> worth) {
        return scores.entrySet().stream()
                .mapToLong(entry -> worth.apply(entry.getKey()) * entry.getValue())
                .sum();
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
