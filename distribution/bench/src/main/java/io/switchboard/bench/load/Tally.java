package io.switchboard.bench.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts outcomes and tells of them; for any number of threads. */
final class Tally {

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private final long interval;
    private final List<String> refusals = new ArrayList<>();
    private long told = begun;
    private long opened;
    private long present;

    Tally(PrintStream out, Duration interval) {
        this.out = out;
        this.interval = interval.toNanos();
    }

    synchronized void count(long line, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            refusals.add("line " + line + ": " + refused.reason());
        } else if (outcome instanceof Outcome.Present) {
            present++;
        } else {
            opened++;
        }
        if (System.nanoTime() - told >= interval) {
            told = System.nanoTime();
            out.println(summary());
        }
    }

    /** Tells the figures, and each refusal. Returns whether nothing was refused. */
    synchronized boolean finish() {
        refusals.forEach(out::println);
        out.println(summary());
        return refusals.isEmpty();
    }

    private String summary() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return String.format(
                Locale.ROOT,
                "%d opened, %d were there already, %d refused in %.1f s: %.0f a second",
                opened,
                present,
                refusals.size(),
                seconds,
                (opened + present + refusals.size()) / Math.max(seconds, 0.001));
    }
}
