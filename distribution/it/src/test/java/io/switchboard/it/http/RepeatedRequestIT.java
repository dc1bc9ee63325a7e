package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A POST with an Idempotency-Key is carried out once, however often it comes. */
@SwitchboardServer
class RepeatedRequestIT {
    private static final int AT_ONCE = 50;

    @Test
    void fiftyAtOnceHaveOneEffectAndOneAnswer(RunningServer server) throws Exception {
        Http caller = keyed(server.administrator());
        Map<String, Object> wanted = Tickets.wanted("Pressed by fifty fingers " + UUID.randomUUID());

        List<Response> answers = atOnce(() -> caller.post("/api/v1/tickets?wait=triage", wanted));

        assertThat(answers).extracting(Response::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.header("Location").orElseThrow())
                .containsOnly(answers.get(0).header("Location").orElseThrow());
        assertThat(answers)
                .extracting(Response::text)
                .containsOnly(answers.get(0).text());
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotency-Replayed").isEmpty())
                .hasSize(1);
    }

    @Test
    void fiftyRepliesAtOnceAreOneReply(RunningServer server) throws Exception {
        Tickets tickets = new Tickets(server.administrator());
        String ticket = tickets.open("Answered by fifty fingers");
        Tickets caller = new Tickets(keyed(tickets.caller()));

        List<Response> answers = atOnce(() -> caller.say(ticket, "note", "Said once."));

        assertThat(answers).extracting(Response::status).containsOnly(201);
        assertThat(answers)
                .extracting(Response::text)
                .containsOnly(answers.get(0).text());
        assertThat(tickets.bodies(ticket)).containsOnlyOnce("Said once.");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefusedAndChangesNothing(RunningServer server) {
        Http caller = keyed(server.administrator());
        Response first = caller.post("/api/v1/teams", Map.of("name", "Keyed " + UUID.randomUUID()));

        Response other = caller.post("/api/v1/teams", Map.of("name", "Other " + UUID.randomUUID()));

        assertThat(first.status()).isEqualTo(201);
        assertThat(other.expect(422).json().path("type").asText()).endsWith("idempotency-key-reused");
    }

    @Test
    void theSameContentWrittenOtherwiseIsTheSameRequest(RunningServer server) {
        Http caller = keyed(server.administrator());
        String name = "Spelt " + UUID.randomUUID();

        Response first = caller.post("/api/v1/teams", "{\"name\":\"" + name + "\",\"tier\":1}");
        Response again = caller.post("/api/v1/teams", "{ \"tier\": 1, \"name\": \"" + name + "\" }");

        assertThat(again.expect(201).text()).isEqualTo(first.expect(201).text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void theSameKeyAtAnotherAddressIsAnotherRequest(RunningServer server) {
        Http caller = keyed(server.administrator());
        String name = "Elsewhere " + UUID.randomUUID();

        caller.post("/api/v1/teams", Map.of("name", name)).expect(201);

        assertThat(caller.post("/api/v1/organizations", Map.of("name", name)).header("Idempotency-Replayed"))
                .isEmpty();
    }

    @Test
    void whatWasRefusedMayBeSentAgain(RunningServer server) {
        Http caller = keyed(server.administrator());

        caller.post("/api/v1/teams", Map.of("name", "")).expect(400);

        caller.post("/api/v1/teams", Map.of("name", "Mended " + UUID.randomUUID()))
                .expect(201);
    }

    @Test
    void aKeyIsRememberedOverARestartAndForADay(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            String key = UUID.randomUUID().toString();
            Map<String, Object> wanted = Tickets.wanted("Remembered for a day");
            Response first = server.administrator().with("Idempotency-Key", key).post("/api/v1/tickets", wanted);
            server.kill9();
            server.startAgain();
            Http administrator = server.administrator();
            Http caller = administrator.with("Idempotency-Key", key);
            assertThat(caller.post("/api/v1/tickets", wanted).expect(201).text())
                    .isEqualTo(first.text());

            administrator.post("/api/v1/clock", Map.of("by", "PT25H")).expect(200);

            Response anew = caller.post("/api/v1/tickets", wanted).expect(201);
            assertThat(anew.json().path("id").asText())
                    .isNotEqualTo(first.json().path("id").asText());
        }
    }

    private static Http keyed(Http caller) {
        return caller.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Something that asks the server. */
    private interface Asking {
        Response ask();
    }

    private static List<Response> atOnce(Asking asking) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CountDownLatch all = new CountDownLatch(AT_ONCE);
            List<Future<Response>> asked = new ArrayList<>();
            for (int count = 0; count < AT_ONCE; count++) {
                asked.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    return asking.ask();
                }));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
