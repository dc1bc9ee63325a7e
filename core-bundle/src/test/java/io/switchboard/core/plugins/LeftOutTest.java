package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOutTest {
    @TempDir
    Path data;

    private LeftOut open() {
        return new LeftOut(data, false);
    }

    @Test
    void whatEndedTheServerWhileItStartedIsLeftOutUntilItIsForgiven() {
        open().begin("halts", "1a");

        LeftOut next = open();
        assertThat(next.reason("halts", "1a")).isPresent();
        assertThat(open().reason("halts", "1a")).isPresent();

        next.forgive("halts");
        assertThat(next.reason("halts", "1a")).isEmpty();
        assertThat(open().reason("halts", "1a")).isEmpty();
    }

    @Test
    void whatStartedWellIsNotLeftOut() {
        LeftOut first = open();
        first.begin("starts", "1a");
        first.done();

        assertThat(open().reason("starts", "1a")).isEmpty();
    }

    @Test
    void otherBytesOfThePluginAreNotLeftOut() {
        open().begin("halts", "1a");

        assertThat(open().reason("halts", "2b")).isEmpty();
    }

    @Test
    void severalAreRememberedOneAfterTheOther() {
        open().begin("halts", "1a");
        open().begin("exits", "1b");

        LeftOut next = open();
        assertThat(next.reason("halts", "1a")).isPresent();
        assertThat(next.reason("exits", "1b")).isPresent();
    }
}
