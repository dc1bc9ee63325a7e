package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What plugins do besides being asked does not take the desk down, and is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginIsolationIT {

    private RunningServer server;
    private Http administrator;
    private Plugins plugins;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder)
                .withEnvironment("SWITCHBOARD_JAVA_OPTS", "-Dswitchboard.watchdog.burning-seconds=6")
                .start();
        administrator = server.administrator();
        plugins = new Plugins(administrator);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void theDeskGoesOn() {
        assertThat(new Tickets(administrator).open("Opened beside it")).isNotEmpty();
    }

    @Test
    void aPluginThatEndsTheServerWhenItIsAskedOnlyFails() throws IOException {
        install("exits");
        new Tickets(administrator).open("It is to be judged");

        Patience.until(
                "its calls fail",
                () -> log("exits-everywhere").stream()
                        .anyMatch(
                                line -> line.contains(
                                        "failed at SpecialHandling: threw java.lang.SecurityException: A plugin cannot end the server")));

        assertThat(log("exits-everywhere"))
                .anyMatch(line -> line.contains("wanted to end the server by System.exit in thread 'plugin"));
        assertThat(health("exits-everywhere")).contains("\"red\"", "It wanted to end the server by System.exit");
        remove("exits-everywhere");
    }

    @Test
    void aPluginThatKeepsItsAttemptsToEndTheServerToItselfIsPutIntoQuarantine() throws IOException {
        install("exits-beside");

        Patience.until("it is held", () -> quarantine("exits-beside").contains("It wanted to end the server"));

        assertThat(log("exits-beside"))
                .anyMatch(line -> line.contains("wanted to end the server by Runtime.halt in thread 'beside-exiting'"));
        remove("exits-beside");
    }

    @Test
    void aPluginThatBurnsAProcessorInAThreadOfItsOwnIsNamedAndPutIntoQuarantine() throws IOException {
        install("burns-beside");

        Patience.until(
                "it is named",
                () -> health("burns-beside").contains("It burns the processor in threads of its own since"));
        JsonNode threads = operation("burns-beside").path("threads");
        assertThat(threads.path("count").asInt()).isEqualTo(1);
        assertThat(threads.path("seconds").asDouble()).isPositive();
        assertThat(threads.path("burningSince").asText()).isNotEmpty();
        assertThat(threads.at("/busiest/0/name").asText()).isEqualTo("beside-burning");
        assertThat(log("burns-beside"))
                .anyMatch(line -> line.contains("burns the processor in threads of its own, most of all in"));
        Patience.until("it is held", () -> quarantine("burns-beside").contains("It burned the processor for"));
        assertThat(quarantine("burns-beside")).contains("beside-burning");
        Patience.until("it gives way to all others", () -> !isLinux() || "19".equals(nice("beside-burning")));

        remove("burns-beside");
    }

    @Test
    void aPluginThatFloodsTheServerWithThreadsIsNamedAndPutIntoQuarantine() throws IOException {
        install("floods-beside");

        Patience.until("it is held", () -> quarantine("floods-beside").contains("threads of its own"));

        Patience.until(
                "all of its threads are seen",
                () -> operation("floods-beside").at("/threads/count").asInt() == 2_000);
        Patience.until(
                "its health tells of them",
                () -> health("floods-beside").contains("It has 2000 threads of its own, more than the 200"));
        assertThat(log("floods-beside"))
                .anyMatch(line -> line.contains("threads of its own, one of them 'beside-flood-"));
        remove("floods-beside");
    }

    @Test
    void threadsThatAPluginLeavesWhenItIsStoppedAreNamed() throws IOException {
        install("leaks-beside");

        administrator.post(Plugins.path("leaks-beside", "/stop"), "").expect(200);

        assertThat(Json.list(operation("leaks-beside").path("leftThreads")))
                .extracting(JsonNode::asText)
                .containsExactly("beside-pool", "beside-sleeping");
        assertThat(log("leaks-beside"))
                .anyMatch(line -> line.contains("left 2 of its threads running: beside-pool, beside-sleeping"));
        remove("leaks-beside");
    }

    @Test
    void whatComesWithTheDistributionLeavesNoThreadsAndBurnsNothing() {
        plugins.caller().post(Plugins.path("search-lucene", "/stop"), "").expect(200);
        plugins.caller().post(Plugins.path("search-lucene", "/start"), "").expect(200);

        assertThat(Json.list(operation("search-lucene").path("leftThreads"))).isEmpty();
        Patience.until(
                "its threads are seen",
                () -> operation("search-lucene").at("/threads/count").asInt() > 0);
        assertThat(server.log().lines().filter(line -> line.contains("of its threads running")))
                .allMatch(line -> line.contains("leaks-beside"));
    }

    private static boolean isLinux() {
        return Files.isDirectory(Path.of("/proc/self/task"));
    }

    /** Returns by how much a thread of the server is niced: the 19th field of its stat, see proc(5). */
    private String nice(String thread) {
        String begin = "(" + thread + ") ";
        try (Stream<Path> tasks =
                Files.list(Path.of("/proc", Long.toString(server.process().pid()), "task"))) {
            return tasks.map(PluginIsolationIT::stat)
                    .filter(stat -> stat.contains(begin))
                    .map(stat ->
                            stat.substring(stat.indexOf(begin) + begin.length()).split(" ", -1)[16])
                    .findFirst()
                    .orElse("");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String stat(Path task) {
        try {
            return Files.readString(task.resolve("stat"));
        } catch (IOException endedMeanwhile) {
            return "";
        }
    }

    private void install(String way) throws IOException {
        plugins.upload("", Files.readAllBytes(Distribution.brokenPlugin(way))).expect(201);
    }

    private void remove(String id) {
        administrator.delete(Plugins.path(id, "")).expect(204);
    }

    private JsonNode operation(String id) {
        return administrator.get(Plugins.path(id, "/operation")).expect(200).json();
    }

    private String health(String id) {
        return administrator.get(Plugins.path(id, "/health")).expect(200).text();
    }

    private String quarantine(String id) {
        return administrator
                .get(Plugins.path(id, ""))
                .expect(200)
                .json()
                .at("/quarantine/reason")
                .asText();
    }

    private List<String> log(String id) {
        return Json.list(operation(id).path("log")).stream()
                .map(line -> line.path("message").asText())
                .toList();
    }
}
