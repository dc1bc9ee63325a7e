package io.switchboard.bench.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What one round showed.
 *
 * @param perSecond how many were finished a second
 * @param p50 milliseconds within which half were finished
 * @param p99 milliseconds within which 99 of 100 were finished
 * @param processorMillis milliseconds of processor time of the server for each; 0 where there is no server
 * @param failures how many were not finished as they should
 */
record Figures(double perSecond, double p50, double p99, double processorMillis, long failures) {

    static Figures of(long[] nanoseconds, Duration took, Duration processor, long failures) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        int count = Math.max(1, sorted.length);
        return new Figures(
                sorted.length / (took.toNanos() / 1e9),
                within(sorted, 0.5),
                within(sorted, 0.99),
                processor.toNanos() / 1e6 / count,
                failures);
    }

    private static double within(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }

    /** Returns the round in the middle, by rate, with the failures of all. */
    static Figures median(List<Figures> rounds) {
        List<Figures> byRate =
                rounds.stream().sorted(Comparator.comparing(Figures::perSecond)).toList();
        Figures middle = byRate.get(byRate.size() / 2);
        long failures = rounds.stream().mapToLong(Figures::failures).sum();
        return new Figures(middle.perSecond, middle.p50, middle.p99, middle.processorMillis, failures);
    }
}
