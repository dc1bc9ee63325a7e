package io.switchboard.tracker.github;

import io.switchboard.api.plugin.OutgoingHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads from a refusal how long GitHub wants to be left alone: by the number of seconds of {@code Retry-After}, by the time at which
 * the used-up limit begins anew, or for a minute if it says neither.
 */
final class RateLimit {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Duration UNSAID = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int READ = 2_000;

    private RateLimit() {}

    /** Returns how long, an hour at most; nothing if the refusal is not about a limit. */
    static Optional<Duration> of(Answer answer, Instant now) {
        int status = answer.status();
        if (status != 403 && status != 429) {
            return Optional.empty();
        }
        Optional<Duration> after = number(answer, "retry-after").map(Duration::ofSeconds);
        if (after.isPresent()) {
            return after.map(RateLimit::bounded);
        }
        if (number(answer, "x-ratelimit-remaining").filter(left -> left == 0).isPresent()) {
            return Optional.of(number(answer, "x-ratelimit-reset")
                    .map(reset -> bounded(Duration.between(now, Instant.ofEpochSecond(reset))))
                    .orElse(UNSAID));
        }
        return status == 429 || tellsOfALimit(answer) ? Optional.of(UNSAID) : Optional.empty();
    }

    /** A limit on how fast one writes is told by words alone. */
    private static boolean tellsOfALimit(Answer answer) {
        byte[] body = answer.body();
        return new String(body, 0, Math.min(body.length, READ), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT)
                .contains("rate limit");
    }

    private static Duration bounded(Duration pause) {
        if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static Optional<Long> number(Answer answer, String header) {
        List<String> values = answer.headers().getOrDefault(header, List.of());
        return values.stream()
                .map(String::strip)
                .filter(value -> SECONDS.matcher(value).matches())
                .map(Long::valueOf)
                .findFirst();
    }
}
