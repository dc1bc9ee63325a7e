package io.switchboard.core.rest.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginMatterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "It is in quarantine since 2026-03-01T08:00:00Z until somebody lifts that. It wanted to end the server, 3 times"
                        + " | quarantined | {since=2026-03-01T08:00:00Z}",
                "It fails at SurveyProvider and is given a rest | resting | {socket=SurveyProvider}",
                "A call at Courier hangs since 2026-03-01T08:00:00Z in thread 'plugin x 3' | call-hangs"
                        + " | {since=2026-03-01T08:00:00Z, socket=Courier, thread=plugin x 3}",
                "A call at Courier hangs since 2026-03-01T08:00:00Z in thread 'plugin x 3' and burns the processor"
                        + " | call-burns | {since=2026-03-01T08:00:00Z, socket=Courier, thread=plugin x 3}",
                "It does not say how it feels: did not answer in time | silent | {failure=did not answer in time}",
                "It burns the processor in threads of its own since 2026-03-01T08:00:00Z, most of all in 'x'"
                        + " | burns | {since=2026-03-01T08:00:00Z, thread=x}",
                "It burned the processor for 31 seconds in threads of its own, most of all in 'x'"
                        + " | burned | {seconds=31, thread=x}",
                "It burned the processor for seconds in a call that was cut | call-burned | {}",
                "It has 501 threads of its own, more than the 500 that it may have | floods | {most=500, threads=501}",
                "It had 501 threads of its own, more than the 500 that it may have; one of them is 'x'"
                        + " | floods | {most=500, threads=501}",
                "None of the 4 threads that it may have came back for a minute | exhausted | {most=4}",
                "It failed at Courier whenever it was tried again, 10 times; at last it threw java.io.IOException: no"
                        + " | failed | {failure=threw java.io.IOException: no, socket=Courier, times=10}",
                "It wanted to end the server by Runtime.halt in thread 'x', which was refused, 2 times by now"
                        + " | exits | {how=Runtime.halt, thread=x}",
                "It wanted to end the server, 3 times | exited | {times=3}",
                "Its REST resources cannot be served: no | not-served | {failure=no}",
                "A REST resource of it does not start: see the log | not-started | {}",
                "'Weather' cannot be shown on the pages: the archive has no file web/a.js"
                        + " | no-module | {file=web/a.js, title=Weather}",
            })
    void whatTheDeskSaysHasAKind(String sentence, String code, String parameters) {
        MatterView matter = MatterView.of(sentence);
        assertThat(matter.message()).isEqualTo(sentence);
        assertThat(matter.code()).isEqualTo(code);
        assertThat(new TreeMap<>(matter.parameters())).hasToString(parameters);
    }

    @Test
    void whatAPluginSaysItselfHasNone() {
        assertThat(MatterView.of("The mailbox does not open: wrong password").code())
                .isNull();
    }
}
