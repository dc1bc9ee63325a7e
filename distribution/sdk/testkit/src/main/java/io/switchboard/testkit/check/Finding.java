package io.switchboard.testkit.check;

import java.util.Locale;
import java.util.Map;

/**
 * What came of one question of a suite.
 *
 * @param socket the simple name of the socket
 * @param component the class that was asked
 * @param question the name of the suite's method
 * @param outcome what came of it
 * @param message what was wrong, or why it was not asked; else empty
 */
record Finding(String socket, String component, String question, Outcome outcome, String message) {
    /** What can come of a question. */
    enum Outcome {
        PASSED,
        FAILED,
        /** Only the vendor's own tests can ask it. */
        LEFT
    }

    /** Returns the same in types of Java, for whoever has other class loaders. */
    Map<String, String> plain() {
        return Map.of(
                "socket", socket,
                "component", component,
                "question", question,
                "outcome", outcome.name().toLowerCase(Locale.ROOT),
                "message", message);
    }
}
