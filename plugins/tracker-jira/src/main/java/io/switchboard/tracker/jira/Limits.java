package io.switchboard.tracker.jira;

import io.switchboard.api.plugin.OutgoingHttp.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from a refusal how long Jira wants to be left alone: by {@code Retry-After} in seconds, for a minute if it does not say. */
final class Limits {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Duration UNSAID = Duration.ofMinutes(1);
    private static final long LONGEST = 3_600;

    private Limits() {}

    /** Returns how long, an hour at most; nothing if the answer is not about a limit. */
    static Optional<Duration> of(Answer answer) {
        Optional<Duration> said = answer.headers().getOrDefault("retry-after", List.of()).stream()
                .map(String::strip)
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Math.max(1, Math.min(LONGEST, Long.parseLong(value)))))
                .findFirst();
        return switch (answer.status()) {
            case 429 -> Optional.of(said.orElse(UNSAID));
            // Jira says so while it is being mended; without a time it is a failure like any other.
            case 503 -> said;
            default -> Optional.empty();
        };
    }
}
