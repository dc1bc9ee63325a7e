package io.switchboard.api.plugin;

import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> Says how a plugin feels. Register it as an OSGi service; a plugin without one is judged by its calls
 * alone. Asked every few seconds on a thread of the desk; 1 s for an answer; it must not call out.
 */
public interface PluginHealth {
    /** Returns the present state. */
    State check();

    /**
     * A state.
     *
     * @param grade how good it is
     * @param message what is the matter and what to do, or null if all is well; what is longer than 1,000 characters is cut
     */
    record State(Grade grade, @Nullable String message) {
        /** All is well. */
        public static final State WELL = new State(Grade.GREEN, null);
    }

    /** How good a state is. */
    enum Grade {
        /** It does its work. */
        GREEN,
        /** It does its work with trouble that somebody should look at. */
        YELLOW,
        /** It cannot do its work. */
        RED
    }
}
