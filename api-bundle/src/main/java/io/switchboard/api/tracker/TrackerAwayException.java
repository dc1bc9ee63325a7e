package io.switchboard.api.tracker;

import java.time.Duration;

/**
 * A tracker did not do what it was asked for, and may do it later. Thrown by an {@link IssueTracker} that wants to be left alone
 * for a while, as when its rate limit is used up, and by {@link Trackers} whenever there is no answer, whatever the reason. Whether
 * a report was made is not known; trying again with the same key is safe.
 */
public final class TrackerAwayException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /**
     * Makes it.
     *
     * @param message why, in one sentence for an administrator, without anything secret
     * @param pause how long the tracker wants to be left alone; zero if it did not say
     */
    public TrackerAwayException(String message, Duration pause) {
        super(message);
        this.pause = pause.isNegative() ? Duration.ZERO : pause;
    }

    /** Returns how long the tracker wants to be left alone; zero if it did not say. */
    public Duration pause() {
        return pause;
    }
}
