package io.switchboard.core.sockets;

import java.util.Locale;

/**
 * What came of asking a plugin: its value, or the reason why there is none. A failing plugin never reaches the asker as
 * an exception.
 *
 * @param <T> the type of the value
 */
public sealed interface Answer<T> {
    /** Returns the id of the plugin that was asked. */
    String plugin();

    /**
     * The plugin answered.
     *
     * @param plugin its id
     * @param value what it said, never null
     */
    record Given<T>(String plugin, T value) implements Answer<T> {}

    /**
     * The plugin did not answer.
     *
     * @param plugin its id
     * @param kind how it failed
     * @param message what happened, in one sentence for an administrator
     */
    record Failed<T>(String plugin, Kind kind, String message) implements Answer<T> {}

    /** The ways in which a plugin fails to answer. */
    enum Kind {
        /** It threw an exception or an error. */
        THREW,
        /** It did not come back in time; the call was cut. */
        TIMED_OUT,
        /** It was not asked: it failed too often lately, or all of its threads are taken by calls that hang. */
        REJECTED,
        /** It came back with null, or with a value that makes no sense. */
        NONSENSE;

        /** Returns the name in the API and in the log, for example {@code timed_out}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
