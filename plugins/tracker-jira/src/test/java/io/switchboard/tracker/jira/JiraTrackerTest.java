package io.switchboard.tracker.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.tracker.IssueTracker;
import io.switchboard.api.tracker.IssueTracker.Delivery;
import io.switchboard.api.tracker.IssueTracker.Heard;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.State;
import io.switchboard.api.tracker.TrackerAwayException;
import io.switchboard.testkit.IssueTrackerContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.fake.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiraTrackerTest implements IssueTrackerContract, PluginHealthContract {
    private static final NewReport DEFECT =
            new NewReport("key-1", SampleIds.ticket(1), "It crashes", "Steps:\n\n1. start it", "Highest");

    private final MovableClock clock = new MovableClock();

    @SuppressWarnings("NullAway.Init")
    private FakeJira jira;

    @SuppressWarnings("NullAway.Init")
    private JiraTracker tracker;

    @BeforeEach
    void start() throws IOException {
        jira = new FakeJira();
        tracker = new JiraBench(jira, clock).tracker(Map.of());
    }

    @AfterEach
    void stop() {
        jira.stop();
    }

    @Override
    public JiraTracker testee() {
        return tracker;
    }

    @Test
    void aDefectBecomesAnIssueOfTheProjectWithItsKeyAsALabel() throws Exception {
        IssueTracker.Report report = tracker.report(DEFECT);
        assertThat(report.reference()).isEqualTo("APP-42");
        assertThat(report.address()).isEqualTo(jira.address() + "/browse/APP-42");
        assertThat(report.stateName()).isEqualTo("To Do");
        JsonNode made = jira.made.get(0);
        assertThat(made.path("summary").asText()).isEqualTo("It crashes");
        assertThat(made.path("description").asText()).isEqualTo("Steps:\n\n1. start it");
        assertThat(made.at("/issuetype/name").asText()).isEqualTo("Bug");
        assertThat(made.at("/priority/name").asText()).isEqualTo("Highest");
        assertThat(made.path("labels")).extracting(JsonNode::asText).containsExactly("switchboard-key-1");
        String pair = Base64.getEncoder().encodeToString("desk@example.com:tkn".getBytes(StandardCharsets.UTF_8));
        assertThat(jira.authorizations).containsOnly("Basic " + pair);
    }

    @Test
    void aReportWhoseAnswerWasLostIsFoundAndNotMadeAgain() throws Exception {
        jira.losesAnswer = true;
        assertThatThrownBy(() -> tracker.report(DEFECT)).isInstanceOf(JiraFailure.class);
        assertThat(tracker.report(DEFECT).reference()).isEqualTo("APP-42");
        assertThat(jira.made).hasSize(1);
    }

    @Test
    void aDataCenterIsAskedByItsOlderSearchAndWithATokenAlone() throws Exception {
        jira.search = "/search";
        tracker = new JiraBench(jira, clock).tracker(Map.of("user", ""));
        String first = tracker.report(DEFECT).reference();
        assertThat(tracker.report(DEFECT).reference()).isEqualTo(first);
        assertThat(jira.authorizations).containsOnly("Bearer tkn");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "To Do, new, null, OPEN, To Do",
                "In Review, indeterminate, null, IN_PROGRESS, In Review",
                "Done, done, Done, FIXED, Done: Done",
                "Done, done, null, FIXED, Done",
                "Closed, done, Won’t do, DECLINED, Closed: Won’t do",
                "Rejected, done, null, DECLINED, Rejected",
                "Reopened, new, Fixed, OPEN, Reopened"
            })
    void whatBecameOfAnIssueIsToldInTheWordsOfTheDeskAndItsOwn(
            String status, String category, @Nullable String resolution, State expected, String name) throws Exception {
        ObjectNode fields = (ObjectNode) jira.issue(5).path("fields");
        ((ObjectNode) fields.path("status")).put("name", status);
        ((ObjectNode) fields.at("/status/statusCategory")).put("key", category);
        if (resolution != null) {
            fields.putObject("resolution").put("name", resolution);
        }
        assertThat(tracker.find("APP-5")).hasValueSatisfying(report -> {
            assertThat(report.state()).isEqualTo(expected);
            assertThat(report.stateName()).isEqualTo(name);
        });
    }

    @Test
    void anIssueThatMovedKeepsTheNameByWhichItIsKnownHere() throws Exception {
        jira.issue(5).put("key", "NEW-1");
        assertThat(tracker.find("app-5")).hasValueSatisfying(report -> {
            assertThat(report.reference()).isEqualTo("APP-5");
            assertThat(report.address()).endsWith("/browse/NEW-1");
        });
    }

    @Test
    void anIssueThatIsGoneIsGoneAndAProjectThatIsNotShownIsAFailure() throws Exception {
        assertThat(tracker.find("APP-9")).isEmpty();
        assertThat(tracker.find("ELSE-9")).isEmpty();
        JiraTracker astray = new JiraBench(jira, clock).tracker(Map.of("project", "SECRET"));
        assertThatThrownBy(() -> astray.find("SECRET-9")).hasMessageContaining("shows no project 'SECRET'");
        assertThat(astray.check().grade()).isEqualTo(Grade.RED);
    }

    @Test
    void aSignedDeliveryNamesTheIssueThatChangedHoweverOftenItComes() throws IOException {
        byte[] body = FakeJira.recorded("webhook-updated.json");
        for (int time = 0; time < 2; time++) {
            assertThat(hear(body, Signature.of(body, JiraBench.SECRET))).isEqualTo(new Heard.Changed(Set.of("APP-42")));
        }
        assertThat(jira.asked).isEmpty();
        byte[] other = "{\"webhookEvent\": \"sprint_started\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(hear(other, Signature.of(other, JiraBench.SECRET))).isEqualTo(new Heard.Changed(Set.of()));
    }

    @Test
    void aDeliveryThatWasSignedByOthersOrChangedIsRefused() throws IOException {
        byte[] body = FakeJira.recorded("webhook-updated.json");
        assertThat(hear(body, Signature.of(body, "another secret of length"))).isInstanceOf(Heard.Refused.class);
        String signature = Signature.of(body, JiraBench.SECRET);
        body[body.length - 2] ^= 1;
        assertThat(hear(body, signature)).isInstanceOf(Heard.Refused.class);
        tracker = new JiraBench(jira, clock).tracker(Map.of("webhookSecret", ""));
        assertThat(hear(body, "sha256="))
                .isInstanceOfSatisfying(
                        Heard.Refused.class,
                        refused -> assertThat(refused.why()).contains("'webhookSecret'"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, see to 'project' and 'type'",
        "401, see to 'user' and 'token'",
        "403, see to 'user' and 'token'",
        "500, status 500",
        "503, status 503"
    })
    void aFailureIsNamedInHealthUntilItAnswersAgain(int status, String sentence) throws Exception {
        jira.status = status;
        jira.recording = "bad-request.json";
        assertThatThrownBy(() -> tracker.report(DEFECT))
                .isInstanceOf(JiraFailure.class)
                .hasMessageContaining(sentence);
        assertThat(tracker.check().message()).contains(sentence);
        jira.status = 0;
        assertThat(tracker.report(DEFECT).reference()).isEqualTo("APP-42");
        assertThat(tracker.check().grade()).isEqualTo(Grade.GREEN);
    }

    @ParameterizedTest
    @CsvSource({"429, Retry-After, 120, 120", "503, Retry-After, 999999, 3600", "429, X-Unsaid, 1, 60"})
    void aWishToBeLeftAloneIsTriedAgainLaterAndNotBefore(int status, String header, String value, long seconds)
            throws Exception {
        jira.status = status;
        jira.headers.put(header, value);
        assertThatThrownBy(() -> tracker.report(DEFECT))
                .isInstanceOfSatisfying(
                        TrackerAwayException.class,
                        away -> assertThat(away.pause()).isEqualTo(Duration.ofSeconds(seconds)));
        jira.status = 0;
        clock.move(Duration.ofSeconds(seconds - 1));
        assertThatThrownBy(() -> tracker.report(DEFECT)).isInstanceOf(TrackerAwayException.class);
        assertThat(jira.asked).hasSize(1);
        clock.move(Duration.ofSeconds(2));
        assertThat(tracker.report(DEFECT).reference()).isEqualTo("APP-42");
    }

    @Test
    void settingsThatAreMissingAreNamed() {
        JiraBench bench = new JiraBench(jira, clock);
        assertThat(bench.tracker(Map.of("address", "")).check().message()).contains("set 'address'");
        assertThat(bench.tracker(Map.of("project", "a b")).check().message()).contains("set 'project'");
        assertThat(bench.tracker(Map.of("token", "")).check().message()).contains("set 'token'");
        assertThatThrownBy(() -> bench.tracker(Map.of("address", "")).report(DEFECT))
                .hasMessageContaining("are not set");
    }

    private Heard hear(byte[] body, String signature) {
        return tracker.hear(new Delivery(Map.of("x-hub-signature", signature), body));
    }
}
