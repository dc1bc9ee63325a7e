package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;

class LogbackTapTest {
    private final LoggerContext logback = new LoggerContext();
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @Test
    void itGoesOnWhenTheSettingsOfTheLogAreReadAnewAndEndsWhenItIsTold() {
        LogbackTap tap = LogbackTap.attach(logback, seen);
        logback.getLogger("any").warn("before");
        logback.reset();
        logback.getLogger("any").warn("after");
        tap.detach();
        logback.getLogger("any").warn("too late");

        assertThat(seen.list).extracting(ILoggingEvent::getMessage).containsExactly("before", "after");
    }
}
