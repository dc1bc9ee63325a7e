package io.switchboard.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import org.junit.jupiter.api.Test;

class PluginHealthWatchTest {
    @Test
    void aMessageThatGoesOnAndOnIsCutBetweenCharacters() {
        State told = PluginHealthWatch.readable(new State(Grade.YELLOW, "\uD83D\uDD25".repeat(2_000)));

        assertThat(told.grade()).isEqualTo(Grade.YELLOW);
        assertThat(told.message()).isEqualTo("\uD83D\uDD25".repeat(1_000) + "…");
    }

    @Test
    void whatIsShortStaysAsItIs() {
        State told = new State(Grade.YELLOW, "The disk is full: free some of it.");

        assertThat(PluginHealthWatch.readable(told)).isEqualTo(told);
        assertThat(PluginHealthWatch.readable(State.WELL)).isEqualTo(State.WELL);
    }

    @Test
    @SuppressWarnings("NullAway") // a plugin is not held to it
    void aStateWithoutAGradeIsABadOne() {
        assertThat(PluginHealthWatch.readable(new State(null, "What?")).grade()).isEqualTo(Grade.RED);
    }
}
