package io.switchboard.it.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waited for triage when the server went down is judged by every rule that is installed. */
class RulesAfterRestartIT {
    private static final String RULE = "assign-certified-only";
    private static final int CLIENTS = 24;
    private static final int TICKETS = 2;

    /** It keeps triage waiting, so that there is something left to do. */
    private static final String SLOW = """
            package broken;
            import io.switchboard.api.classification.Classifier;
            import io.switchboard.api.ticket.Ticket;
            import java.util.Optional;
            import org.osgi.framework.BundleActivator;
            import org.osgi.framework.BundleContext;
            public final class Activator implements BundleActivator, Classifier {
                public void start(BundleContext context) { context.registerService(Classifier.class, this, null); }
                public void stop(BundleContext context) {}
                public Optional<Classifier.Suggestion> classify(Ticket ticket) {
                    try {
                        Thread.sleep(150);
                    } catch (InterruptedException cut) {
                        Thread.currentThread().interrupt();
                    }
                    return Optional.empty();
                }
            }
            """;

    @Test
    void noTicketIsAssignedWithoutARuleThatWasNotStartedYet(@TempDir Path folder) throws Exception {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Colleagues colleagues = new Colleagues(administrator);
            colleagues.agent("beginner", colleagues.team("Payments"), Map.of());
            colleagues.install(RULE);
            colleagues.set(RULE, Map.of("categories", List.of("technical-issues = cards")));
            // Tickets wait for special handling that is not there yet, and would hide what this test is about.
            for (String handling : List.of("handle-security", "handle-vip")) {
                administrator.delete(Plugins.path(handling, "")).expect(204);
            }
            byte[] slow = CompiledPlugin.archive(
                    "slow-classifier",
                    "Classifier",
                    "io.switchboard.api.classification,io.switchboard.api.ticket",
                    SLOW);
            new Plugins(administrator).upload("", slow).expect(201);

            List<String> opened = openManyAtOnce(administrator);
            server.kill9();
            Instant killed = Instant.now();
            server.startAgain();

            Colleagues after = new Colleagues(server.administrator());
            opened.forEach(ticket -> Patience.until("triage of " + ticket, () -> after.isTriaged(ticket)));
            List<JsonNode> decisions = opened.stream().map(after::why).toList();
            assertThat(decisions)
                    .anyMatch(why -> Instant.parse(why.path("at").asText()).isAfter(killed));
            assertThat(decisions)
                    .allSatisfy(why -> assertThat(why.findValuesAsText("plugin"))
                            .as(why.toString())
                            .contains(RULE));
        }
    }

    /** An opening waits two seconds for its triage, which takes longer if many come at once. */
    private static List<String> openManyAtOnce(Http administrator) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Callable<List<String>> client = () -> IntStream.range(0, TICKETS)
                    .mapToObj(number -> open(administrator))
                    .toList();
            List<String> opened = new ArrayList<>();
            for (Future<List<String>> own : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
                opened.addAll(own.get());
            }
            return opened;
        } finally {
            clients.shutdownNow();
        }
    }

    private static String open(Http administrator) {
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted("Charged twice"));
        wanted.put("category", "technical-issues");
        return new Tickets(administrator).open(wanted).path("id").asText();
    }
}
