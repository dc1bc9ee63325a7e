package io.switchboard.directory.http;

import java.time.Duration;

/**
 * Thrown when the CRM says nothing that can be taken, which is not that it does not know somebody. The message says why, without
 * what the CRM answered and without whom it was asked about.
 */
final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final Duration pause;

    NoAnswer(String why) {
        this(why, Duration.ZERO);
    }

    NoAnswer(String why, Duration pause) {
        super(why);
        this.why = why;
        this.pause = pause;
    }

    /** Returns why, the part of a sentence. */
    String why() {
        return why;
    }

    /** Returns how long the CRM wants to be left alone; zero if it did not say. */
    Duration pause() {
        return pause;
    }
}
