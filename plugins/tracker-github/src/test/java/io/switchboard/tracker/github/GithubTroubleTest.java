package io.switchboard.tracker.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.TrackerAwayException;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of questions that GitHub does not answer, or not as it should. */
class GithubTroubleTest {
    private static final NewReport DEFECT = new NewReport("key-1", SampleIds.ticket(1), "It crashes", "Often", null);

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

    @ParameterizedTest
    @CsvSource({
        "401, bad-credentials.json, see to 'token'",
        "403, forbidden.json, see to 'token'",
        "422, not-found.json, status 422",
        "500, not-found.json, status 500",
        "302, not-found.json, status 302"
    })
    void aFailureIsNamedInHealthUntilItAnswersAgain(int status, String recording, String sentence) throws Exception {
        github.status = status;
        github.recording = recording;
        assertThatThrownBy(() -> tracker.report(DEFECT))
                .isInstanceOf(GithubFailure.class)
                .hasMessageContaining(sentence);
        assertThat(tracker.check().grade()).isEqualTo(Grade.RED);
        assertThat(tracker.check().message()).contains(sentence);
        github.status = 0;
        assertThat(tracker.report(DEFECT).reference()).isEqualTo("octo/app#42");
        assertThat(tracker.check().grade()).isEqualTo(Grade.GREEN);
    }

    @ParameterizedTest
    @CsvSource({
        "429, Retry-After, 120, 120",
        "403, Retry-After, 120, 120",
        "429, Retry-After, 999999, 3600",
        "429, X-Unsaid, 1, 60"
    })
    void aWishToBeLeftAloneIsTriedAgainLaterAndNotBefore(int status, String header, String value, long seconds) {
        github.status = status;
        github.recording = "secondary-limit.json";
        github.headers.put(header, value);
        restsFor(seconds);
    }

    @Test
    void aUsedUpLimitIsTriedAgainWhenItBeginsAnew() {
        github.status = 403;
        github.recording = "forbidden.json";
        github.headers.put("x-ratelimit-remaining", "0");
        github.headers.put("x-ratelimit-reset", String.valueOf(Samples.NOW.getEpochSecond() + 600));
        restsFor(600);
    }

    @Test
    void aLimitThatIsToldByWordsAloneIsTriedAgainAfterAMinute() {
        github.status = 403;
        github.recording = "secondary-limit.json";
        restsFor(60);
    }

    private void restsFor(long seconds) {
        assertThatThrownBy(() -> tracker.report(DEFECT))
                .isInstanceOfSatisfying(
                        TrackerAwayException.class,
                        away -> assertThat(away.pause()).isEqualTo(Duration.ofSeconds(seconds)));
        int before = github.asked.size();
        github.status = 0;
        clock.move(Duration.ofSeconds(seconds - 1));
        assertThatThrownBy(() -> tracker.report(DEFECT)).isInstanceOf(TrackerAwayException.class);
        assertThat(github.asked).hasSize(before);
        assertThat(tracker.check().grade()).isEqualTo(Grade.YELLOW);
        clock.move(Duration.ofSeconds(2));
        assertThat(find()).isEqualTo(Grade.GREEN);
    }

    private Grade find() {
        try {
            tracker.report(DEFECT);
        } catch (GithubFailure | TrackerAwayException trouble) {
            throw new IllegalStateException(trouble);
        }
        return tracker.check().grade();
    }

    @Test
    void aGithubThatIsAwayIsNamedWithoutTheSecret() {
        github.stop();
        assertThatThrownBy(() -> tracker.find("#1")).hasMessageContaining("does not answer");
        assertThat(tracker.check().message()).contains("does not answer").doesNotContain("tkn");
    }

    @Test
    void settingsThatAreMissingAreNamed() {
        GithubBench bench = new GithubBench(github, clock);
        assertThat(bench.tracker(Map.of("repository", "")).check().message()).contains("set 'repository'");
        assertThat(bench.tracker(Map.of("repository", "a/b/c")).check().message())
                .contains("set 'repository'");
        assertThat(bench.tracker(Map.of("token", " ")).check().message()).contains("set 'token'");
        assertThat(bench.tracker(Map.of("address", "ftp://x")).check().message())
                .contains("'address'");
        assertThatThrownBy(() -> bench.tracker(Map.of("repository", "")).report(DEFECT))
                .hasMessageContaining("'repository' is not set");
    }
}
