package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.PluginLog.Line;
import io.switchboard.core.plugins.signer.SignerDemand;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class PluginLogTest {
    private static final Logger DESK = LoggerFactory.getLogger("io.switchboard.core.Something");

    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    @TempDir
    Path folder;

    private PluginLog log;

    @BeforeEach
    void listen() {
        testbed.installation(testbed.installed())
                .install(
                        ArchiveBuilder.plugin("talkative").in(folder, "any.jar"),
                        Origin.UPLOAD,
                        Caller.system("test"),
                        SignerDemand.BOUND);
        log = new PluginLog(new LogOwners(testbed.plugin("talkative").getBundleContext()));
    }

    @AfterEach
    void stop() {
        log.stop();
    }

    @Test
    void linesThatNameAPluginAreItsOwnNewestFirst() {
        DESK.error("The plugin {} does something", "talkative");
        DESK.warn("The plugin {} fails", "talkative", new IllegalStateException("at last"));
        DESK.warn("The plugin {} is another", "silent");
        DESK.warn("Nobody is named");

        assertThat(log.of("talkative"))
                .extracting(Line::level, Line::message)
                .containsExactly(
                        tuple("warn", "The plugin talkative fails (java.lang.IllegalStateException: at last)"),
                        tuple("error", "The plugin talkative does something"));
        assertThat(log.of("silent")).isEmpty();
    }

    @Test
    void whatIsWrittenWhileItIsAskedIsItsOwn() throws InterruptedException {
        Thread asked = new Thread(() -> DESK.warn("Somebody speaks"), "plugin talkative at Classifier");
        asked.start();
        asked.join();

        assertThat(log.of("talkative")).extracting(Line::message).containsExactly("Somebody speaks");
    }

    @Test
    void aHundredLinesAreKeptAndNoneIsLongerThanItsLimit() {
        for (int i = 0; i < 130; i++) {
            DESK.warn("{} says {}", "talkative", "x".repeat(2_000));
        }

        assertThat(log.of("talkative"))
                .hasSize(100)
                .allSatisfy(line -> assertThat(line.message()).hasSize(1_000));
    }
}
