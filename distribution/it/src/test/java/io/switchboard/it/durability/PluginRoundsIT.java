package io.switchboard.it.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Installs, uses, upgrades, rolls back and removes a plugin again and again while eight clients work. The system property
 * {@code switchboard.it.rounds} says how often: 10 times in every build, 1,000 with {@code -Pendurance}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginRoundsIT {

    private static final int ROUNDS = Integer.getInteger("switchboard.it.rounds", 10);
    private static final int FIRST_ROUNDS = 3;
    private static final int CLIENTS = 8;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration ALONE = Duration.ofSeconds(Math.min(60, ROUNDS));
    private static final long MOST_DRIFT = 5 * 1024 * 1024;
    private static final String FIRST = "1.0.0";
    private static final String SECOND = "2.0.0";
    private static final String PLUGIN = "comes-and-goes";
    private static final String ACTIVATOR = """
            package broken;
            import io.switchboard.api.reaction.*;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.*;
            import java.util.*;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator, Reaction {
                public void start(BundleContext context) {
                    context.registerService(Reaction.class, this, new Hashtable<>(Map.of(
                            "switchboard.subscription.name", "opened",
                            "switchboard.subscription.events", new String[] {"ticket.opened"},
                            "switchboard.subscription.batch", 20)));
                }
                public void stop(BundleContext context) {}
                public void react(List<TicketEvent> events) throws Exception {
                    StringBuilder told = new StringBuilder();
                    events.forEach(event -> told.append(event.ticket()).append(" %s\\n"));
                    Files.writeString(Path.of("%s"), told, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
            """;

    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<WorkingClient> clients = IntStream.range(0, CLIENTS)
            .mapToObj(number -> new WorkingClient("client " + number))
            .toList();
    private RunningServer server;
    private Plugins plugins;
    private Http caller;
    private ToldTickets told;
    private byte[] first;
    private byte[] second;

    @BeforeAll
    void start(@TempDir Path folder) {
        told = new ToldTickets(folder.resolve("told"));
        server = ServerSetup.in(folder).start();
        String token = server.administrator()
                .post("/api/v1/tokens", Map.of("name", "working clients"))
                .expect(201)
                .json()
                .path("token")
                .asText();
        caller = server.http().withToken(token);
        plugins = new Plugins(caller);
        first = archive(FIRST);
        second = archive(SECOND);
    }

    @AfterAll
    void stop() {
        enough.set(true);
        threads.shutdownNow();
        server.close();
    }

    private byte[] archive(String version) {
        return CompiledPlugin.archive(
                PLUGIN,
                version,
                "Reaction",
                "io.switchboard.api.reaction,io.switchboard.api.ticket",
                ACTIVATOR.formatted(version, told.file()),
                Map.of());
    }

    @Test
    void aPluginComesAndGoesWhilePeopleWorkAndNothingIsLostToldTwiceOrLeftBehind() throws Exception {
        ServerMemory memory = new ServerMemory(server.process().pid());
        int others = memory.bundleLoaders();
        List<Future<?>> working = clients.stream()
                .<Future<?>>map(client -> threads.submit(() -> client.work(caller, PAUSE, enough::get)))
                .toList();
        Thread.sleep(ALONE.toMillis());
        RoundReport report = new RoundReport(CLIENTS, PAUSE, took());
        plugins.upload("", first).expect(201);
        // Of what was opened before the plugin first came it is told nothing.
        Set<String> before = opened();
        remove();
        long metaspace = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            turn();
            report.round(took());
            if (round == FIRST_ROUNDS) {
                metaspace = memory.metaspace();
            }
        }
        enough.set(true);
        for (Future<?> work : working) {
            work.get();
        }
        plugins.upload("", second).expect(201);
        Set<String> later = opened();
        later.removeAll(before);
        Patience.until("all are told", () -> told.versions().keySet().containsAll(later));
        assertThat(told.twice()).as("told twice").isEmpty();
        int loaders = memory.bundleLoaders() - others;
        remove();
        long drift = memory.metaspace() - metaspace;
        report.write(changes(), later.size(), loaders, drift);
        assertThat(loaders).as("class loaders of the plugin").isBetween(1, 2);
        assertThat(drift).as("metaspace since the first rounds").isLessThan(MOST_DRIFT);
        server.stop();
        assertThat(server.command("verify-history").exitCode()).isZero();
    }

    private Set<String> opened() {
        return new Tickets(caller)
                .all().stream().map(ticket -> ticket.path("id").asText()).collect(Collectors.toSet());
    }

    private int changes() {
        return clients.stream().mapToInt(WorkingClient::changes).sum();
    }

    private void turn() {
        plugins.upload("", first).expect(201);
        use(FIRST);
        plugins.upload("", second).expect(201);
        use(SECOND);
        caller.post(Plugins.path(PLUGIN, "/rollback"), "").expect(200);
        use(FIRST);
        remove();
    }

    private void remove() {
        caller.delete(Plugins.path(PLUGIN, "")).expect(204);
    }

    /** Has a version of the plugin told of a ticket. */
    private void use(String version) {
        String ticket = new Tickets(caller).open("For version " + version);
        Patience.until(
                "version " + version + " is told of " + ticket,
                () -> version.equals(told.versions().get(ticket)));
    }

    private List<Duration> took() {
        return clients.stream().flatMap(client -> client.tookSince().stream()).toList();
    }
}
