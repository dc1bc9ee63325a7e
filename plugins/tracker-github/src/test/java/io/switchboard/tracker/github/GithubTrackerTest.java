package io.switchboard.tracker.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.tracker.IssueTracker;
import io.switchboard.api.tracker.IssueTracker.Delivery;
import io.switchboard.api.tracker.IssueTracker.Heard;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.State;
import io.switchboard.testkit.IssueTrackerContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.fake.MovableClock;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubTrackerTest implements IssueTrackerContract, PluginHealthContract {
    private static final NewReport DEFECT =
            new NewReport("key-1", SampleIds.ticket(1), "It crashes", "Steps:\n\n1. start it", "severity: high");

    private final MovableClock clock = new MovableClock();

    @SuppressWarnings("NullAway.Init")
    private FakeGithub github;

    @SuppressWarnings("NullAway.Init")
    private GithubTracker tracker;

    @BeforeEach
    void start() throws IOException {
        github = new FakeGithub();
        tracker = new GithubBench(github, clock).tracker(Map.of());
    }

    @AfterEach
    void stop() {
        github.stop();
    }

    @Override
    public GithubTracker testee() {
        return tracker;
    }

    @Test
    void aDefectBecomesAnIssueWithLabelsAndAKeyThatPeopleDoNotSee() throws Exception {
        IssueTracker.Report report = tracker.report(DEFECT);
        assertThat(report.reference()).isEqualTo("octo/app#42");
        assertThat(report.address()).isEqualTo(github.address() + "/octo/app/issues/42");
        assertThat(report.state()).isEqualTo(State.OPEN);
        JsonNode asked = github.issues.get(42).path("asked");
        assertThat(asked.path("title").asText()).isEqualTo("It crashes");
        assertThat(asked.path("body").asText())
                .isEqualTo("Steps:\n\n1. start it\n\n<!-- switchboard-report: key-1 -->");
        assertThat(asked.path("labels")).extracting(JsonNode::asText).containsExactly("bug", "severity: high");
        assertThat(github.tokens).containsOnly("Bearer tkn");
    }

    @Test
    void aReportWhoseAnswerWasLostIsFoundAndNotMadeAgain() throws Exception {
        github.losesAnswer = true;
        assertThatThrownBy(() -> tracker.report(DEFECT)).isInstanceOf(GithubFailure.class);
        assertThat(tracker.report(DEFECT).reference()).isEqualTo("octo/app#42");
        assertThat(github.issues).hasSize(1);
    }

    @Test
    void anOldReportIsFoundBySearchAndThePullRequestThatQuotesItIsNone() throws Exception {
        github.issue(7, "It crashes\n\n<!-- switchboard-report: key-1 -->");
        github.issue(8, "Mends it\n\n<!-- switchboard-report: key-1 -->").putObject("pull_request");
        for (int other = 100; other < 200; other++) {
            github.issue(other, "Something else");
        }
        assertThat(tracker.report(DEFECT).reference()).isEqualTo("octo/app#7");
        assertThat(github.asked).contains("GET /search/issues");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "open, null, 0, OPEN, open",
                "open, reopened, 0, OPEN, open",
                "open, null, 1, IN_PROGRESS, open and assigned",
                "closed, completed, 1, FIXED, closed as completed",
                "closed, null, 0, FIXED, closed",
                "closed, not_planned, 1, DECLINED, closed as not planned",
                "closed, duplicate, 0, DECLINED, closed as duplicate"
            })
    void whatBecameOfAnIssueIsToldInTheWordsOfTheDeskAndItsOwn(
            String state, @Nullable String reason, int assignees, State expected, String name) throws Exception {
        var issue = github.issue(5, "").put("state", state).put("state_reason", reason);
        for (int assignee = 0; assignee < assignees; assignee++) {
            issue.withArray("assignees").addObject().put("login", "dev" + assignee);
        }
        assertThat(tracker.find("octo/app#5")).hasValueSatisfying(report -> {
            assertThat(report.state()).isEqualTo(expected);
            assertThat(report.stateName()).isEqualTo(name);
        });
    }

    @Test
    void anIssueIsFoundByItsNumberToo() throws Exception {
        github.issue(5, "");
        assertThat(tracker.find(" #5 ")).isPresent();
        assertThat(tracker.find("5")).isPresent();
        assertThat(tracker.find("https://gitlab.example/octo/app/issues/5")).isEmpty();
        assertThat(tracker.find("octo/app5")).isEmpty();
        assertThat(tracker.find("octo/../issues/5#5")).isEmpty();
    }

    @Test
    void anIssueThatMovedKeepsTheNameByWhichItIsKnownHere() throws Exception {
        github.issue(5, "").put("number", 77).put("html_url", "https://github.com/octo/other/issues/77");
        assertThat(tracker.find("Octo/App#5")).hasValueSatisfying(report -> {
            assertThat(report.reference()).isEqualTo("octo/app#5");
            assertThat(report.address()).endsWith("/octo/other/issues/77");
        });
    }

    @Test
    void anIssueThatIsGoneIsGoneAndARepositoryThatIsNotShownIsAFailure() throws Exception {
        assertThat(tracker.find("octo/app#9")).isEmpty();
        assertThat(tracker.find("somebody/else#9")).isEmpty();
        GithubTracker astray = new GithubBench(github, clock).tracker(Map.of("repository", "octo/secret"));
        assertThatThrownBy(() -> astray.find("#9")).hasMessageContaining("shows no repository 'octo/secret'");
        assertThatThrownBy(() -> astray.report(DEFECT)).hasMessageContaining("shows no repository");
        assertThat(astray.check().grade()).isEqualTo(Grade.RED);
    }

    @Test
    void aSignedDeliveryNamesTheIssueThatChangedHoweverOftenItComes() throws IOException {
        byte[] body = FakeGithub.recorded("webhook-closed.json");
        for (int time = 0; time < 2; time++) {
            assertThat(hear("issues", body, Signature.of(body, GithubBench.SECRET)))
                    .isEqualTo(new Heard.Changed(Set.of("octo/app#42")));
        }
        assertThat(hear("ping", body, Signature.of(body, GithubBench.SECRET))).isEqualTo(new Heard.Changed(Set.of()));
        assertThat(github.asked).isEmpty();
    }

    @Test
    void aDeliveryThatWasSignedByOthersOrChangedIsRefused() throws IOException {
        byte[] body = FakeGithub.recorded("webhook-closed.json");
        assertThat(hear("issues", body, Signature.of(body, "another secret of length")))
                .isInstanceOf(Heard.Refused.class);
        String signature = Signature.of(body, GithubBench.SECRET);
        body[body.length - 2] ^= 1;
        assertThat(hear("issues", body, signature)).isInstanceOf(Heard.Refused.class);
    }

    @Test
    void withoutASecretOrWithAShortOneEveryDeliveryIsRefused() throws IOException {
        byte[] body = FakeGithub.recorded("webhook-closed.json");
        for (String secret : new String[] {"", "short"}) {
            tracker = new GithubBench(github, clock).tracker(Map.of("webhookSecret", secret));
            assertThat(hear("issues", body, secret.isEmpty() ? "sha256=" : Signature.of(body, secret)))
                    .isInstanceOfSatisfying(
                            Heard.Refused.class,
                            refused -> assertThat(refused.why()).contains("'webhookSecret'"));
        }
    }

    /** The example that GitHub documents for checking one's own code. */
    @Test
    void theSignatureIsThatOfTheDocumentation() {
        byte[] body = "Hello, World!".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Signature.of(body, "It's a Secret to Everybody"))
                .isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    }

    private Heard hear(String event, byte[] body, String signature) {
        return tracker.hear(new Delivery(Map.of("x-github-event", event, "x-hub-signature-256", signature), body));
    }
}
