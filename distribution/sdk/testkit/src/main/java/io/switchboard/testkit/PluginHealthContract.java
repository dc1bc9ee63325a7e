package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import org.junit.jupiter.api.Test;

/** What every {@link PluginHealth} must do. */
public interface PluginHealthContract {
    /** Returns the health under test. */
    PluginHealth testee();

    /** A state that is not good says what is the matter. */
    @Test
    default void saysWhatIsTheMatter() {
        State state = testee().check();
        assertThat(state).isNotNull();
        String message = state.message();
        if (state.grade() != Grade.GREEN) {
            assertThat(message).isNotNull();
        }
        if (message != null) {
            Checks.line(message, "message");
        }
    }
}
