package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does with plugins by {@code bin/switchboard plugin}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginCommandIT {

    private Path folder;
    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path given) {
        folder = given;
        server = ServerSetup.in(folder).start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aPluginIsInstalledUpgradedRolledBackStoppedAndRemovedOnTheRunningServer() throws IOException {
        String first = archive("by-command", "IntakeChannel", "1.0.0");
        String second = archive("by-command", "IntakeChannel", "2.0.0");

        CommandRun plan = plugin("plan", first);
        assertThat(plan.exitCode()).as(plan.output()).isZero();
        assertThat(plan.output())
                .contains("by-command 1.0.0 is new here", "signature   none", "serves      IntakeChannel");
        CommandRun unasked = plugin("install", first);
        assertFails(unasked, "give --yes");
        assertThat(states()).noneMatch(state -> state.startsWith("by-command"));

        CommandRun installed = answering("y\n", "install", first);
        assertThat(installed.exitCode()).as(installed.output()).isZero();
        assertThat(installed.output()).contains("is new here", "by-command 1.0.0 is active");
        assertThat(states()).contains("by-command active");

        assertFails(plugin("install", second, "--yes"), "'upgrade' takes its place");
        assertThat(plugin("upgrade", second, "--yes").output()).contains("takes the place of version 1.0.0");
        assertThat(plugins().running("by-command")).isEqualTo("2.0.0");
        assertThat(plugin("rollback", "by-command", "--yes").output()).contains("by-command 1.0.0 is active");
        assertThat(plugin("disable", "by-command", "--yes").output()).contains("is stopped");
        assertThat(states()).contains("by-command stopped");
        assertThat(plugin("list").output()).containsPattern("by-command +1.0.0 +stopped +upload");
        assertThat(plugin("enable", "by-command", "--yes").output()).contains("is active");
        assertThat(plugin("remove", "by-command", "--yes").exitCode()).isZero();
        assertThat(states()).noneMatch(state -> state.startsWith("by-command"));
        assertFails(plugin("rollback", "by-command", "--yes"), "The server refuses: ");
    }

    @Test
    void whatCannotBeTakenIsToldInThePlanAndChangesNothing() throws IOException {
        String archive = archive("no-fit", "Telepathy", "1.0.0");

        CommandRun plan = plugin("plan", archive);
        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.output()).contains("in the way", "Telepathy");
        CommandRun install = plugin("install", archive, "--yes");
        assertThat(install.exitCode()).isEqualTo(1);
        assertThat(install.output()).contains("switchboard: The plugin no-fit cannot be taken: it ");
        assertThat(states()).noneMatch(state -> state.startsWith("no-fit"));
    }

    @Test
    void settingsAreShownAndChangedAndASecretStandsInNoCommandLine() {
        String secret = "a secret of quite some length";
        assertFails(
                plugin("config", "intake-monitoring", "--set", "secret=" + secret, "--yes"),
                "others can read a command line");

        CommandRun changed = answering(secret + "\n", "config", "intake-monitoring", "--secret", "secret", "--yes");

        assertThat(changed.exitCode()).as(changed.output()).isZero();
        assertThat(changed.output()).contains("secret: a new secret").doesNotContain(secret);
        CommandRun shown = plugin("config", "intake-monitoring");
        assertThat(shown.output()).contains("secret = (a secret that is set)").doesNotContain(secret);
        Patience.until(
                "the secret holds",
                () -> server.http()
                                .withToken(secret)
                                .post("/api/v1/x/intake-monitoring/alertmanager", Map.of())
                                .status()
                        == 400);
    }

    @Test
    void anApiTokenOpensTheServerByItsAddressAndProgramsGetWhatTheApiGives() throws IOException {
        String token = server.administrator()
                .post("/api/v1/tokens", Map.of("name", "command line"))
                .expect(201)
                .json()
                .path("token")
                .asText();
        String address = server.address().toString();
        assertFails(CommandRun.of("plugin", "list", "--server", address), "needs an API token");
        assertFails(
                CommandRun.with(Map.of("SWITCHBOARD_TOKEN", "nonsense"), "plugin", "list", "--server", address),
                "does not take the token");

        CommandRun byVariable =
                CommandRun.with(Map.of("SWITCHBOARD_TOKEN", token), "plugin", "list", "--server", address, "--json");
        Path file = Files.writeString(folder.resolve("token"), token);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        CommandRun byFile = CommandRun.of("plugin", "list", "--server", address, "--token-file", file.toString());

        JsonNode list = Json.read(byVariable.output());
        assertThat(Json.list(list.path("items")))
                .extracting(plugin -> plugin.path("id").asText())
                .contains("handle-security");
        assertThat(byFile.output()).contains("handle-security");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertFails(
                CommandRun.of("plugin", "list", "--server", address, "--token-file", file.toString()),
                "Others can read the token");
    }

    @Test
    void aStoppedServerIsPreparedAndDoesAtItsStartWhatWasAnnounced() throws IOException {
        String archive = archive("prepared", "IntakeChannel", "1.0.0");
        server.stop();

        CommandRun install = plugin("install", archive, "--yes");
        assertThat(install.exitCode()).as(install.output()).isZero();
        assertThat(install.output()).contains("nothing is checked yet", "next start");
        assertFails(
                plugin("rollback", "prepared", "--yes"),
                "The server is stopped, and 'rollback' is for the running one");
        server.startAgain();
        Patience.until("what was prepared runs", () -> states().contains("prepared active"));

        server.stop();
        assertThat(plugin("remove", "prepared", "--yes").output()).contains("started it once more");
        assertFails(plugin("remove", "handle-vip", "--yes"), "can only be removed while the server runs");
        server.startAgain();
        Patience.until(
                "what was taken out is gone", () -> states().stream().noneMatch(state -> state.startsWith("prepared")));
        assertThat(states()).contains("handle-vip active");
    }

    @Test
    void wordsThatAreNotUnderstoodAreOneLine() {
        CommandRun run = CommandRun.of("plugin", "frobnicate");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output().strip().lines()).hasSize(1);
        assertThat(CommandRun.of("plugin", "--help").output()).contains("rollback ID", "--token-file FILE");
        assertFails(CommandRun.of("plugin", "list", "--data", folder.toString()), "No server has had a data folder");
    }

    private CommandRun plugin(String... words) {
        return CommandRun.of(line(words));
    }

    private CommandRun answering(String input, String... words) {
        return CommandRun.answering(input, line(words));
    }

    private String[] line(String... words) {
        List<String> line = new ArrayList<>(List.of("plugin"));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", server.data().toString()));
        return line.toArray(String[]::new);
    }

    private String archive(String id, String socket, String version) throws IOException {
        return Files.write(folder.resolve(id + "-" + version + ".jar"), Plugins.archive(id, socket, version))
                .toString();
    }

    private Plugins plugins() {
        return new Plugins(server.administrator());
    }

    private List<String> states() {
        return plugins().states();
    }

    private static void assertFails(CommandRun run, String part) {
        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output().strip().lines().reduce((first, last) -> last).orElse(""))
                .contains(part);
    }
}
