package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.tracker.IssueTracker;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.Report;
import io.switchboard.testkit.data.SampleIds;
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
    default void reportsTheSameKeyOnce() throws Exception {
        NewReport defect = new NewReport("ticket-1", SampleIds.ticket(1), "It crashes", "Steps:\n1. start it", null);
        Report first = testee().report(defect);
        assertThat(testee().report(defect).reference()).isEqualTo(first.reference());
    }

    /** What was reported is found, and takes comments. */
    @Test
    default void findsWhatWasReported() throws Exception {
        NewReport defect = new NewReport("ticket-2", SampleIds.ticket(2), "It is slow", "Very.", "high");
        String reference = testee().report(defect).reference();
        testee().comment(reference, "Another customer sees it too.");
        assertThat(testee().find(reference)).hasValueSatisfying(report -> {
            assertThat(report.reference()).isEqualTo(reference);
            assertThat(report.address()).startsWith("http");
            assertThat(report.stateName()).isNotBlank();
        });
    }

    /** What never was is not found. */
    @Test
    default void findsNothingElse() throws Exception {
        assertThat(testee().find("unheard-of-999999")).isEmpty();
    }
}
