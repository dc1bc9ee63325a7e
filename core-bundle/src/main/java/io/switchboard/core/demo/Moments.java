package io.switchboard.core.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Works out when something happened from how the script tells it.
 *
 * @param today the moment at which the demo ends
 */
record Moments(Instant today) {
    /** Where the company is. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final Pattern LENGTH = Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** Returns when a story begins. People work on weekdays: what would fall on a weekend happened on the Friday before. */
    Instant beginning(Story story) {
        String ago = story.ago();
        if (ago != null) {
            return today.minus(length(ago));
        }
        LocalDate day = day(story.day());
        LocalTime time = story.at() == null ? MORNING : LocalTime.parse(story.at());
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    /** Returns a day so many days before today, or the Friday before it. */
    LocalDate day(int before) {
        LocalDate day = today.atZone(ZONE).toLocalDate().minusDays(before);
        if (before < 4) {
            return day;
        }
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    /** Reads a length of time such as {@code 1d2h}, {@code 25m} or {@code 40s}. */
    static Duration length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalStateException("'" + text + "' is no length of time");
        }
        return Duration.ofDays(number(matcher, 1))
                .plusHours(number(matcher, 2))
                .plusMinutes(number(matcher, 3))
                .plusSeconds(number(matcher, 4));
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
