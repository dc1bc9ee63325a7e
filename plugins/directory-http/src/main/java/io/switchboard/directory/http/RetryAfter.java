package io.switchboard.directory.http;

import io.switchboard.api.plugin.OutgoingHttp.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads how long a CRM wants to be left alone (RFC 9110, 10.2.3): a number of seconds, or a date. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Returns how long, an hour at most; {@code otherwise} if the answer does not say. */
    static Duration of(Answer answer, Instant now, Duration otherwise) {
        List<String> values = answer.headers().getOrDefault("retry-after", List.of());
        if (values.isEmpty()) {
            return otherwise;
        }
        Duration pause = read(values.get(0).strip(), now, otherwise);
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static Duration read(String value, Instant now, Duration otherwise) {
        if (SECONDS.matcher(value).matches()) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(now, until);
        } catch (DateTimeParseException neither) {
            return otherwise;
        }
    }
}
