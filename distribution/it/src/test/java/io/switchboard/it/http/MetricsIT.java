package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The figures for Prometheus, and what the logs keep to themselves. */
@SwitchboardServer
class MetricsIT {
    private static final List<String> NAMES = List.of(
            "switchboard_http_request_seconds_count",
            "switchboard_http_requests_total",
            "switchboard_http_refused_total",
            "switchboard_http_active",
            "switchboard_plugin_calls_total",
            "switchboard_plugin_failures_total",
            "switchboard_plugin_call_seconds",
            "switchboard_plugin_breaker_open",
            "switchboard_feed_backlog",
            "switchboard_feed_oldest_seconds",
            "switchboard_feed_parked",
            "switchboard_triage_lag_seconds",
            "switchboard_timers_due",
            "switchboard_timers_late_seconds",
            "switchboard_tickets_open",
            "switchboard_store_up",
            "switchboard_store_commits_total",
            "switchboard_store_statements_total",
            "switchboard_store_connections",
            "switchboard_store_waiting",
            "switchboard_store_syncs_total",
            "switchboard_store_sync_seconds_total",
            "jvm_memory_used_bytes",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "process_uptime_seconds");

    private static MetricsText figures(RunningServer server) {
        Response answer = server.http().get("/metrics").expect(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        return MetricsText.read(answer.text());
    }

    @Test
    void everythingThatIsPromisedIsThereInTheFormatOfPrometheus(RunningServer server) {
        new Tickets(server.administrator()).open("Measured");

        MetricsText figures = figures(server);

        assertThat(figures.samples()).extracting(MetricsText.Sample::name).containsAll(NAMES);
        assertThat(figures.types()).containsEntry("switchboard_http_request_seconds", "histogram");
        assertThat(figures.of("switchboard_store_up"))
                .extracting(MetricsText.Sample::value)
                .containsOnly(1.0);
    }

    @Test
    void requestsAreCountedByOperationAndHowTheyEnded(RunningServer server) {
        Http administrator = server.administrator();
        administrator.post("/api/v1/tickets", Map.of("subject", "")).expect(400);
        double before = figures(server).sum("switchboard_http_request_seconds_count", "operation", "openTicket");

        administrator.post("/api/v1/tickets", Map.of("subject", "")).expect(400);
        new Tickets(administrator).open("Counted");

        MetricsText after = figures(server);
        assertThat(after.sum("switchboard_http_request_seconds_count", "operation", "openTicket"))
                .isEqualTo(before + 2);
        assertThat(after.of("switchboard_http_request_seconds_count"))
                .filteredOn(sample -> "openTicket".equals(sample.labels().get("operation")))
                .extracting(sample -> sample.labels().get("status"))
                .contains("2xx", "4xx");
    }

    @Test
    void aHistogramGrowsWithItsBoundsAndEndsWithItsCount(RunningServer server) {
        new Tickets(server.administrator()).open("Sorted into buckets");

        MetricsText figures = figures(server);

        List<MetricsText.Sample> buckets = figures.of("switchboard_http_request_seconds_bucket").stream()
                .filter(sample -> "openTicket".equals(sample.labels().get("operation")))
                .filter(sample -> "2xx".equals(sample.labels().get("status")))
                .toList();
        assertThat(buckets).hasSize(13);
        assertThat(buckets).extracting(MetricsText.Sample::value).isSorted();
        assertThat(buckets.get(12).labels()).containsEntry("le", "+Inf");
    }

    @Test
    void noLabelHoldsWhatSomebodySent(RunningServer server) {
        String canary = "canary-" + UUID.randomUUID();
        Http administrator = server.administrator();
        administrator.get("/api/v1/" + canary);
        administrator.get("/api/v1/tickets/" + canary);
        administrator.get("/api/v1/x/" + canary + "/a");
        administrator.get("/x/" + canary);
        administrator.post(
                "/api/v1/tickets",
                Map.of(
                        "subject",
                        canary,
                        "description",
                        canary,
                        "requester",
                        Map.of("email", canary + "@example.org")));
        server.http().get("/follow/" + canary);
        server.http().withToken(canary).get("/api/v1/tickets");

        String text = server.http().get("/metrics").expect(200).text();

        assertThat(text).doesNotContain(canary).doesNotContain("@example");
        assertThat(MetricsText.read(text).samples()).hasSizeLessThan(8_000);
    }

    @Test
    void onlyThisMachineAndWhoHasTheRightReadsThem(RunningServer server) {
        Http far = server.http().with("X-Forwarded-For", "203.0.113.7");
        assertThat(far.get("/metrics").status()).isEqualTo(401);
        assertThat(far.with("Authorization", "Bearer nonsense").get("/metrics").status())
                .isEqualTo(401);

        String token = server.administrator()
                .post("/api/v1/tokens", Map.of("name", "Prometheus"))
                .expect(201)
                .json()
                .path("token")
                .asText();
        assertThat(far.with("Authorization", "Bearer " + token).get("/metrics").status())
                .isEqualTo(200);
    }

    @Test
    void theLogOfRequestsHoldsALineForEachAndNoSecret(RunningServer server) throws IOException {
        String secret = "canary" + UUID.randomUUID().toString().replace("-", "");
        server.http().get("/follow/" + secret);
        server.http().get("/api/v1/survey/" + secret);
        server.http().get("/api/v1/tickets?token=" + secret + "&q=" + "seen-in-the-log");
        server.http().withToken(secret).get("/api/v1/tickets");
        server.http().post("/api/v1/session", Map.of("email", "nobody@example.org", "password", secret));
        server.http().post("/api/v1/invitations/" + secret, Map.of("password", secret + secret));
        String id = server.http().get("/api/v1/").header("X-Request-Id").orElseThrow();

        String log = logOnceItHolds(server, id);

        assertThat(log).contains("/follow/...", "/api/v1/survey/...", "seen-in-the-log");
        assertThat(log).doesNotContain(secret);
        assertThat(server.log()).doesNotContain(secret);
    }

    /** The line of a request is written when it has ended, which is a moment after its answer. */
    private static String logOnceItHolds(RunningServer server, String id) throws IOException {
        String log = "";
        for (int attempt = 0; attempt < 200 && !log.contains(id); attempt++) {
            try {
                Thread.sleep(25);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            log = Files.readString(server.data().resolve("logs/access.log"));
        }
        return log;
    }
}
