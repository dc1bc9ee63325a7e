package io.switchboard.core.desk.retention;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: what is gone through, and how much went. It is kept with each thing that goes, so that a run goes on
 * after a restart where it was and counts nothing twice.
 *
 * @param subject what is being gone through, or null when it is over
 * @param taken how much went
 * @param begunAt when it began; what is old enough is reckoned from then
 * @param endedAt when it was over, or null
 */
public record RetentionRun(
        @Nullable Subject subject,
        Map<Subject, Long> taken,
        Instant begunAt,
        @Nullable Instant endedAt) {
    /** Keeps a copy. */
    public RetentionRun {
        taken = Map.copyOf(taken);
    }

    static RetentionRun begun(Instant now) {
        return new RetentionRun(Subject.values()[0], Map.of(), now, null);
    }

    RetentionRun took(Subject what, int many) {
        Map<Subject, Long> more = new EnumMap<>(Subject.class);
        more.putAll(taken);
        more.merge(what, (long) many, Long::sum);
        return new RetentionRun(subject, more, begunAt, endedAt);
    }

    RetentionRun beyond(Subject what, Instant now) {
        int next = what.ordinal() + 1;
        return next < Subject.values().length
                ? new RetentionRun(Subject.values()[next], taken, begunAt, null)
                : new RetentionRun(null, taken, begunAt, now);
    }
}
