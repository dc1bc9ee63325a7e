package io.switchboard.example.deadlines;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A length of time as people say it. */
final class Span {
    private Span() {}

    static String text(Duration span) {
        String text = Stream.of(
                        part(span.toDays(), "d"), part(span.toHoursPart(), "h"), part(span.toMinutesPart(), "min"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "less than a minute" : text;
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + " " + unit;
    }
}
