package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.tracker.IssueTracker;
import io.switchboard.api.tracker.IssueTracker.Delivery;
import io.switchboard.api.tracker.IssueTracker.Heard;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.Report;
import io.switchboard.api.tracker.IssueTracker.State;
import io.switchboard.testkit.data.SampleIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link IssueTracker} must do. */
public interface IssueTrackerContract {
    /** Returns the tracker under test; the same one at each call within a test, connected to a world that works. */
    IssueTracker testee();

    /** Reports are kept under the id for ever. */
    @Test
    default void hasAStableId() throws Exception {
        Checks.id(() -> testee().id(), 40);
    }

    /** Reporting again with the same key makes no second report. */
    @Test
    @Connected
    default void reportsTheSameKeyOnce() throws Exception {
        NewReport defect = new NewReport("ticket-1", SampleIds.ticket(1), "It crashes", "Steps:\n1. start it", null);
        Report first = testee().report(defect);
        assertThat(testee().report(defect).reference()).isEqualTo(first.reference());
    }

    /** Defects that read alike but have keys of their own are two. */
    @Test
    @Connected
    default void reportsAnotherKeyByItself() throws Exception {
        NewReport one = new NewReport("ticket-10", SampleIds.ticket(1), "It crashes", "Often", null);
        NewReport other = new NewReport("ticket-1", SampleIds.ticket(2), "It crashes", "Often", null);
        assertThat(testee().report(one).reference())
                .isNotEqualTo(testee().report(other).reference());
    }

    /** What was reported is found, and takes comments. */
    @Test
    @Connected
    default void findsWhatWasReported() throws Exception {
        NewReport defect = new NewReport("ticket-2", SampleIds.ticket(2), "It is slow", "Very.", "high");
        String reference = testee().report(defect).reference();
        testee().comment(reference, "Another customer sees it too.");
        assertThat(testee().find(reference)).hasValueSatisfying(report -> {
            assertThat(report.reference()).isEqualTo(reference);
            assertThat(report.address()).startsWith("http");
            assertThat(report.state()).isEqualTo(State.OPEN);
            Checks.line(report.stateName(), "stateName");
        });
    }

    /** People copy addresses, not references. */
    @Test
    @Connected
    default void findsWhatWasReportedByItsAddress() throws Exception {
        Report made = testee().report(new NewReport("ticket-3", SampleIds.ticket(3), "It is loud", "Very.", null));
        assertThat(testee().find(made.address()))
                .hasValueSatisfying(report -> assertThat(report.reference()).isEqualTo(made.reference()));
    }

    /** What never was is not found, whatever is asked for. */
    @Test
    @Connected
    default void findsNothingElse() throws Exception {
        for (String nothing :
                List.of("unheard-of-999999", "", "..", "/", "https://example.org/", "a b", "😀#1", "#0")) {
            assertThat(testee().find(nothing)).as(nothing).isEmpty();
        }
    }

    /** Agents' words are taken whatever they are. */
    @Test
    @Connected
    default void takesEveryText() throws Exception {
        for (String text : List.of("😀 ünï \"quoted\" \\ back", "<!-- -->", "{code}{noformat}h1.", "x".repeat(300))) {
            String key = "ticket-" + Integer.toHexString(text.hashCode());
            assertThat(testee().report(new NewReport(key, SampleIds.ticket(4), text, text.repeat(300), null))
                            .reference())
                    .isNotBlank();
        }
    }

    /** A delivery that nobody signed did not come from the tracker, and whoever set it up is told what is missing. */
    @Test
    default void refusesADeliveryWithoutASignature() {
        for (String body : List.of("", "{}", "[]", "no JSON", "{\"issue\": 1}")) {
            Heard heard = testee().hear(new Delivery(Map.of(), body.getBytes(StandardCharsets.UTF_8)));
            assertThat(heard).isInstanceOfSatisfying(Heard.Refused.class, refused -> Checks.line(refused.why(), "why"));
        }
    }
}
