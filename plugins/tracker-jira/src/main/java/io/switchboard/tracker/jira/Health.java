package io.switchboard.tracker.jira;

import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import io.switchboard.api.tracker.TrackerAwayException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How it stands with Jira. For any number of threads. */
final class Health {
    private final @Nullable String lacking;
    private volatile @Nullable String failure;
    private volatile Instant restsUntil = Instant.MIN;

    /**
     * Begins without trouble.
     *
     * @param lacking a sentence about settings that cannot be followed, or null
     */
    Health(@Nullable String lacking) {
        this.lacking = lacking;
    }

    /** Notes that Jira answered. */
    void answered() {
        failure = null;
    }

    /** Notes a failure, and returns it. */
    JiraFailure failed(JiraFailure what) {
        failure = what.why();
        return what;
    }

    /** Notes that Jira wants to be left alone, and returns that. */
    TrackerAwayException rests(Instant since, Duration pause) {
        restsUntil = since.plus(pause);
        return away(pause);
    }

    /** Refuses to ask while Jira wants to be left alone. */
    void requireRest(Instant at) throws TrackerAwayException {
        if (at.isBefore(restsUntil)) {
            throw away(Duration.between(at, restsUntil));
        }
    }

    private static TrackerAwayException away(Duration pause) {
        return new TrackerAwayException(
                "Jira is asked too often and wants to be left alone for " + pause.toSeconds() + " s", pause);
    }

    State state(Instant at) {
        if (lacking != null) {
            return new State(Grade.RED, lacking);
        }
        String trouble = failure;
        if (trouble != null) {
            return new State(Grade.RED, "Jira was asked in vain: " + trouble);
        }
        return at.isBefore(restsUntil)
                ? new State(
                        Grade.YELLOW,
                        "Jira is asked too often; it is asked again at " + restsUntil.truncatedTo(ChronoUnit.SECONDS))
                : State.WELL;
    }
}
