package io.switchboard.directory.http;

import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** What went wrong with questions lately. For any number of threads. */
final class Health {
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final List<String> settings;
    private final Clock clock;
    private final Map<String, Instant> unread = new ConcurrentSkipListMap<>();
    private volatile @Nullable String silence;
    private volatile Instant quietUntil = Instant.MIN;

    /**
     * Begins without trouble.
     *
     * @param settings sentences about settings that cannot be followed
     */
    Health(List<String> settings, Clock clock) {
        this.settings = List.copyOf(settings);
        this.clock = clock;
    }

    /** Notes that the CRM answered. */
    void answered() {
        silence = null;
    }

    /** Notes that it did not. */
    void silent(NoAnswer why) {
        Instant now = clock.instant();
        if (!why.pause().isZero()) {
            quietUntil = now.plus(why.pause());
        }
        silence = "The CRM was asked in vain at " + now.truncatedTo(ChronoUnit.SECONDS) + ": " + why.why() + ".";
    }

    /** Notes what could not be read in an answer. */
    void unread(String what) {
        unread.put(what, clock.instant());
    }

    /** Returns until when the CRM wants to be left alone, or null if it may be asked. */
    @Nullable
    Instant quiet() {
        Instant until = quietUntil;
        return clock.instant().isBefore(until) ? until.truncatedTo(ChronoUnit.SECONDS) : null;
    }

    /** Returns how all that adds up. */
    State state() {
        List<String> sentences = new ArrayList<>(settings);
        String now = silence;
        if (now != null) {
            sentences.add(now);
        }
        unread.values().removeIf(at -> at.plus(REMEMBERED).isBefore(clock.instant()));
        if (!unread.isEmpty()) {
            sentences.add(
                    "What answers of the last hour hold cannot be read: " + String.join("; ", unread.keySet()) + ".");
        }
        if (sentences.isEmpty()) {
            return State.WELL;
        }
        return new State(now == null ? Grade.YELLOW : Grade.RED, String.join(" ", sentences));
    }
}
