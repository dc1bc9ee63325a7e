package io.switchboard.core.sockets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is known of the calls to one plugin at one socket since the plugin came.
 *
 * @param plugin the plugin's id
 * @param socket the socket's id
 * @param calls how many calls were wanted
 * @param failures how many failed, by kind; every kind is there
 * @param median the duration that half of the calls did not exceed
 * @param p99 the duration that 99 of 100 calls did not exceed
 * @param longest the longest call
 * @param breaker {@code closed}, {@code open} or {@code half_open}
 * @param running how many calls run now
 * @param hanging how many of these were cut and have not come back
 * @param lastFailures the last ten, newest first
 */
public record CallFigures(
        String plugin,
        String socket,
        long calls,
        Map<Answer.Kind, Long> failures,
        Duration median,
        Duration p99,
        Duration longest,
        String breaker,
        int running,
        int hanging,
        List<Failure> lastFailures) {
    /**
     * One failure.
     *
     * @param at when, by the machine's clock
     * @param kind how
     * @param message what happened
     */
    public record Failure(Instant at, Answer.Kind kind, String message) {}
}
