package io.switchboard.core.desk.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.tracker.IssueTracker;
import io.switchboard.api.tracker.TrackerAwayException;
import io.switchboard.core.sockets.BoundedPluginCalls;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.sockets.Quarantine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The way to the bug trackers of plugins (SP3). */
class AskTrackersTest {
    private static final IssueTracker.NewReport DEFECT =
            new IssueTracker.NewReport("key", new TicketId(new UUID(0, 1)), "It crashes", "Often", null);
    private static final IssueTracker.Report REPORT =
            new IssueTracker.Report("app#1", "https://tracker.example/1", IssueTracker.State.OPEN, "open");

    private final FakeRegistry registry = new FakeRegistry();
    private final BoundedPluginCalls calls = new BoundedPluginCalls(new Quarantine());
    private final AskTrackers trackers = new AskTrackers(registry, calls);

    /** Answers what it is made with, or throws it. */
    private record Tracker(String id, Object answer) implements IssueTracker {
        @Override
        public Report report(NewReport report) throws Exception {
            if (answer instanceof Exception failure) {
                throw failure;
            }
            return (Report) answer;
        }

        @Override
        public Optional<Report> find(String reference) throws Exception {
            return Optional.of(report(DEFECT));
        }

        @Override
        public void comment(String reference, String text) {
            // Nobody reads it.
        }
    }

    private void tracker(String plugin, String id, Object answer) {
        registry.add(IssueTracker.class, plugin, new Tracker(id, answer), Map.of());
    }

    @Test
    void trackersHaveAnOrderAndAreAskedByTheirId() throws TrackerAwayException {
        tracker("tracker-two", "two", new IllegalStateException("not this one"));
        tracker("tracker-one", "one", REPORT);
        assertThat(trackers.ids()).containsExactly("one", "two");
        assertThat(trackers.report("one", DEFECT)).isEqualTo(REPORT);
        assertThat(trackers.find("one", "app#1")).contains(REPORT);
    }

    @Test
    void aTrackerThatIsNotThereOrFailsIsAwayAndSaysWhy() {
        tracker("tracker-one", "one", new IllegalStateException("no connection"));
        assertThatThrownBy(() -> trackers.report("one", DEFECT))
                .isInstanceOf(TrackerAwayException.class)
                .hasMessageContaining("no connection");
        assertThatThrownBy(() -> trackers.find("two", "app#1"))
                .isInstanceOf(TrackerAwayException.class)
                .hasMessageContaining("no tracker 'two'");
    }

    @Test
    void theWishToBeLeftAloneIsPassedOnAndIsNoFailure() {
        tracker("tracker-one", "one", new TrackerAwayException("the rate limit is used up", Duration.ofMinutes(7)));
        assertThatThrownBy(() -> trackers.report("one", DEFECT))
                .isInstanceOfSatisfying(
                        TrackerAwayException.class,
                        away -> assertThat(away.pause()).isEqualTo(Duration.ofMinutes(7)));
        assertThat(calls.figures())
                .isNotEmpty()
                .allSatisfy(figures -> assertThat(figures.lastFailures()).isEmpty());
    }

    @Test
    void aReportThatCannotBeShownIsNone() {
        for (IssueTracker.Report nonsense : new IssueTracker.Report[] {
            new IssueTracker.Report("app#1", "javascript:alert(1)", IssueTracker.State.OPEN, "open"),
            new IssueTracker.Report("a\nb", "https://tracker.example/1", IssueTracker.State.OPEN, "open"),
            new IssueTracker.Report("x".repeat(201), "https://tracker.example/1", IssueTracker.State.OPEN, "open"),
            new IssueTracker.Report("app#1", "https://tracker.example/1", IssueTracker.State.OPEN, "")
        }) {
            FakeRegistry only = new FakeRegistry();
            only.add(IssueTracker.class, "tracker-one", new Tracker("one", nonsense), Map.of());
            AskTrackers asking = new AskTrackers(only, calls);
            assertThatThrownBy(() -> asking.report("one", DEFECT)).isInstanceOf(TrackerAwayException.class);
        }
    }

    @Test
    void aTrackerThatTakesNoWebhooksSaysSo() throws TrackerAwayException {
        tracker("tracker-one", "one", REPORT);
        assertThat(trackers.hear("one", new IssueTracker.Delivery(Map.of(), new byte[0])))
                .isInstanceOf(IssueTracker.Heard.Refused.class);
    }
}
