package io.switchboard.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.testkit.PluginHealthContract;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class PageHealthTest implements PluginHealthContract {
    @Override
    public PluginHealth testee() {
        return new PageHealth(Bundled.of(BundledFiles.read()));
    }

    @Test
    void allThatThePageNamesIsInTheBundle() {
        assertThat(testee().check()).isEqualTo(PluginHealth.State.WELL);
    }

    @Test
    void whatIsMissingIsNamed() {
        SortedMap<String, byte[]> files = BundledFiles.read();
        files.remove("lib/lit/index.js");

        PluginHealth.State state = new PageHealth(Bundled.of(files)).check();

        assertThat(state.grade()).isEqualTo(PluginHealth.Grade.RED);
        assertThat(state.message()).contains("lib/lit/index.js");
    }
}
