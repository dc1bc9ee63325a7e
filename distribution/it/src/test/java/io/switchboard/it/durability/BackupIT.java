package io.switchboard.it.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Database;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk goes by backups from the embedded database to PostgreSQL and back, with its files, plugins and settings. */
class BackupIT {

    @TempDir
    Path folder;

    /** What is looked for in each copy. */
    private record Kept(String ticket, String file, List<String> bodies, int events) {}

    @Test
    void aDeskMovesToPostgresqlAndBackWithAllThatItHas() throws IOException {
        ServerSetup first = setup("first", Database.embedded());
        Kept kept;
        try (RunningServer server = first.start()) {
            kept = fill(server);
            // Written by the running server
            assertThat(CommandRun.of(
                                    "backup",
                                    file("first.zip"),
                                    "--data",
                                    first.data().toString())
                            .exitCode())
                    .isZero();
        }
        ServerSetup second = setup("second", Database.postgresql());
        restore("first.zip", second);
        try (RunningServer server = second.start()) {
            check(server, kept);
            server.stop();
            assertThat(server.command("backup", file("second.zip")).exitCode()).isZero();
            assertThat(server.command("verify-history").exitCode()).isZero();
        }
        ServerSetup third = setup("third", Database.embedded());
        restore("second.zip", third);
        try (RunningServer server = third.start()) {
            check(server, kept);
        }
    }

    private ServerSetup setup(String name, Database database) {
        return ServerSetup.in(folder.resolve(name)).on(database);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void restore(String backup, ServerSetup setup) {
        List<String> words = new ArrayList<>(
                List.of("restore", file(backup), "--data", setup.data().toString()));
        words.addAll(setup.database().options());
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private static Kept fill(RunningServer server) throws IOException {
        Http administrator = server.administrator();
        Path dropped = server.data().resolve("plugins/dropped.jar");
        Files.write(dropped, Plugins.archive("dropped-in", "IntakeChannel", "1.0.0"));
        Patience.until(
                "installing",
                () -> new Plugins(administrator).running("dropped-in").equals("1.0.0"));
        administrator
                .with("If-Match", "*")
                .put(
                        Plugins.path("intake-monitoring", "/settings"),
                        Map.of("values", Map.of("secret", "kept in every copy of it")))
                .expect(200);
        String attachment = administrator
                .send(
                        "POST",
                        "/api/v1/attachments?name=note.txt",
                        BodyPublishers.ofString("a note"),
                        Map.of("Content-Type", "text/plain"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Tickets tickets = new Tickets(administrator);
        String id = tickets.open("Moves \u2192 with the desk");
        administrator
                .post(
                        Tickets.path(id, "/messages"),
                        Map.of("kind", "note", "body", "See the file", "attachments", List.of(attachment)))
                .expect(201);
        return new Kept(id, attachment, tickets.bodies(id), tickets.history(id).size());
    }

    private static void check(RunningServer server, Kept kept) {
        Http administrator = server.administrator();
        Tickets tickets = new Tickets(administrator);
        assertThat(tickets.bodies(kept.ticket())).isEqualTo(kept.bodies());
        assertThat(tickets.history(kept.ticket())).hasSize(kept.events());
        assertThat(administrator
                        .get("/api/v1/attachments/" + kept.file())
                        .expect(200)
                        .text())
                .isEqualTo("a note");
        JsonNode settings = administrator
                .get(Plugins.path("intake-monitoring", "/settings"))
                .expect(200)
                .json();
        assertThat(settings.path("secrets").toString()).contains("secret");
        // The folder of the copy is empty, and has had its looks.
        Patience.until("a ticket", () -> !tickets.open("Opened in the copy").isEmpty());
        assertThat(new Plugins(administrator).running("dropped-in")).isEqualTo("1.0.0");
        checkHold(server, administrator);
    }

    private static void checkHold(RunningServer server, Http administrator) {
        assertThat(administrator.get("/api/v1/delivery-hold").expect(200).text())
                .isEqualTo("{\"held\":true}");
        assertThat(server.http().get("/health/ready").text()).contains("deliveries are held");
        assertThat(server.http().post("/api/v1/delivery-hold/release", "").status())
                .isEqualTo(401);
        administrator.post("/api/v1/delivery-hold/release", "").expect(200);
        assertThat(administrator.get("/api/v1/delivery-hold").expect(200).text())
                .isEqualTo("{\"held\":false}");
        assertThat(server.http().get("/health/ready").text()).doesNotContain("held");
    }
}
