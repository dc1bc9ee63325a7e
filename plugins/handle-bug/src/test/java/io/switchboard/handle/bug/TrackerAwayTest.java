package io.switchboard.handle.bug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.State;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trackers that are away, several, removed, and what their webhooks say. */
class TrackerAwayTest {
    private final BugBench bench = BugBench.usual();
    private final Ticket ticket = bench.there(bench.inWork(1));

    @Test
    void aDefectWaitsForATrackerThatIsAwayAndIsReportedOnceWhenItIsBack() throws Exception {
        bench.trackers.away(Duration.ZERO);
        bench.confirm(ticket);
        assertThat(bench.desk.remarks(ticket.id())).singleElement().asString().contains("not reported yet", "mended");
        assertThat(bench.now(ticket).progress().status()).isEqualTo(Status.IN_PROGRESS);
        bench.pass(Duration.ofMinutes(1));
        bench.trackers.away(null);
        bench.pass(Duration.ofMinutes(2));
        assertThat(bench.trackers.reported()).hasSize(1);
        assertThat(bench.desk.remarks(ticket.id())).hasSize(1);
        assertThat(bench.now(ticket).progress().status()).isEqualTo(Status.WAITING_FOR_THIRD_PARTY);
    }

    @Test
    void aReportWhoseAnswerWasLostIsNotMadeTwiceAndNotTriedWithinAMinute() throws Exception {
        bench.trackers.loseAnswers(true);
        bench.confirm(ticket);
        bench.trackers.loseAnswers(false);
        Ticket second = bench.there(bench.inWork(2));
        bench.pass(Duration.ofSeconds(20));
        bench.happens(ticket, EventType.TICKET_ASSIGNED, null, Map.of());
        bench.settle();
        assertThat(bench.now(ticket).progress().status()).isEqualTo(Status.IN_PROGRESS);
        bench.pass(Duration.ofSeconds(30));
        bench.confirm(second);
        assertThat(bench.trackers.reported()).extracting(NewReport::ticket).containsExactly(ticket.id(), second.id());
        assertThat(bench.trackers.reported()).extracting(NewReport::key).doesNotHaveDuplicates();
        assertThat(bench.now(ticket).progress().status()).isEqualTo(Status.WAITING_FOR_THIRD_PARTY);
    }

    @Test
    void aTrackerThatWantsToBeLeftAloneIsNotAskedBefore() throws Exception {
        bench.trackers.away(Duration.ofMinutes(40));
        bench.confirm(ticket);
        bench.trackers.away(null);
        bench.pass(Duration.ofMinutes(35));
        assertThat(bench.trackers.reported()).isEmpty();
        bench.pass(Duration.ofMinutes(5));
        assertThat(bench.trackers.reported()).hasSize(1);
    }

    @Test
    void ofTwoTrackersTheFirstOrThatOfTheSettingsGetsTheReport() throws Exception {
        BugBench two = new BugBench(Map.of(), "jira", "github");
        two.confirm(two.there(two.inWork(1)));
        assertThat(two.defects.byReference("jira", "jira-1")).isPresent();
        BugBench chosen = new BugBench(Map.of("tracker", "github"), "jira", "github");
        chosen.confirm(chosen.there(chosen.inWork(1)));
        assertThat(chosen.defects.byReference("github", "github-1")).isPresent();
        Ticket other = chosen.there(chosen.inWork(2));
        chosen.trackers.report("jira", new NewReport("foreign", other.id(), "Made by hand", "", null));
        chosen.name(other, "jira-2");
        chosen.confirm(other);
        assertThat(chosen.defects.byReference("jira", "jira-2")).isPresent();
    }

    @Test
    void whatATrackerHadIsItsOwnWhenItComesBack() throws Exception {
        bench.confirm(ticket);
        bench.trackers.there("github", false);
        bench.trackers.there("jira", true);
        bench.pass(Duration.ofMinutes(15));
        assertThat(bench.alarm.check().message()).contains("no tracker 'github'");
        assertThat(bench.trackers.reported()).hasSize(1);
        bench.trackers.decide("github-1", State.FIXED);
        bench.trackers.there("github", true);
        bench.pass(Duration.ofMinutes(1));
        assertThat(bench.now(ticket).progress().status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void withoutAnyTrackerTheDefectWaitsForOne() throws Exception {
        BugBench none = new BugBench(Map.of());
        Ticket waits = none.there(none.inWork(1));
        none.confirm(waits);
        assertThat(none.alarm.check().message()).contains("No bug tracker is installed");
        none.trackers.there("github", true);
        none.pass(Duration.ofMinutes(1));
        assertThat(none.trackers.reported()).hasSize(1);
    }

    @Test
    void aSignedDeliveryHasTheTrackerBeAskedAtOnceHoweverOftenItComes() throws Exception {
        bench.confirm(ticket);
        bench.trackers.decide("github-1", State.FIXED);
        deliver("github", "github-1", true);
        deliver("github", "github-1", true);
        deliver("github", "github-77", true);
        bench.settle();
        assertThat(bench.now(ticket).progress().status()).isEqualTo(Status.IN_PROGRESS);
        deliver("github", "github-1", true);
        bench.settle();
        assertThat(bench.notes(ticket)).hasSize(2);
    }

    @Test
    void otherDeliveriesAreRefused() {
        refused(ErrorCode.SIGN_IN_REQUIRED, () -> deliver("github", "github-1", false));
        refused(ErrorCode.NOT_FOUND, () -> deliver("elsewhere", "github-1", true));
        refused(ErrorCode.TOO_LARGE, () -> deliver("github", "x".repeat((1 << 20) + 1), true));
        bench.trackers.away(Duration.ZERO);
        refused(ErrorCode.PLUGIN_FAILED, () -> deliver("github", "github-1", true));
    }

    private interface Call {
        void run() throws IOException;
    }

    private static void refused(ErrorCode code, Call call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void deliver(String tracker, String body, boolean signed) throws IOException {
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.add("Host", "desk.example");
        if (signed) {
            sent.add("Signed", "yes");
        }
        HttpHeaders headers = (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> sent);
        new Webhooks(bench.trackers, bench.defects)
                .take(tracker, headers, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
