package io.switchboard.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A desk on which a story happens. It begins with the plugins of a new desk, gets all others while the story goes on, and loses
 * all of them at its end; meanwhile somebody reads and writes all the time, and no request of theirs may fail.
 */
final class StoryDesk implements AutoCloseable {
    private static final String API = "/api/v1";

    final RunningServer server;
    final Http administrator;
    final Tickets tickets;
    final People people;
    final LetterBox letters;
    private final Passer passer;

    private StoryDesk(Path folder) throws IOException {
        server = ServerSetup.in(folder).with("--test-clock").start();
        administrator = server.administrator();
        tickets = new Tickets(administrator);
        people = new People(server, administrator);
        letters = new LetterBox(Files.createDirectories(folder.resolve("letters"))).install(administrator);
        passer = Passer.of(server);
    }

    /** Opens a desk in a folder. */
    static StoryDesk in(Path folder) throws IOException {
        return new StoryDesk(folder);
    }

    /** Installs every plugin of the distribution that does not run yet. */
    void plugInEverything() throws IOException {
        Plugins plugins = new Plugins(administrator);
        try (Stream<Path> files = Files.list(Distribution.home().resolve("optional"))) {
            for (Path archive : files.sorted().toList()) {
                plugins.upload("", Files.readAllBytes(archive)).expect(201);
            }
        }
        assertThat(plugins.states()).allMatch(state -> state.endsWith(" active"));
        assertThat(plugins.states()).hasSizeGreaterThan(15);
        // What is asked for by default is more than these stories are about.
        plugins.set("guard-closure", Map.of("checks", List.of("confirmed", "steps")));
    }

    /** Removes every plugin, and demands that no request failed from the beginning of the story on. */
    void unplugEverything() {
        Plugins plugins = new Plugins(administrator);
        for (JsonNode plugin : Json.list(plugins.list().path("items"))) {
            administrator.delete(Plugins.path(plugin.path("id").asText(), "")).expect(204);
        }
        assertThat(plugins.states()).isEmpty();
        passer.stop();
        assertThat(passer.failures()).isEmpty();
        assertThat(passer.requests()).isGreaterThan(20);
    }

    /** Makes a team, with more about it than its name. */
    String team(String name, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("name", name);
        return made("/teams", request);
    }

    /** Makes somebody or something, and returns its id. */
    String made(String path, Map<String, ?> request) {
        return administrator
                .post(API + path, request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** Returns who is signed in. */
    static String self(Http caller) {
        return caller.get(API + "/session").expect(200).json().at("/user/id").asText();
    }

    /** Reads a ticket. */
    JsonNode read(String ticket) {
        return tickets.get(ticket).expect(200).json();
    }

    /** Gives a ticket to somebody of a team. */
    void give(String ticket, String team, String agent) {
        tickets.changing(ticket)
                .put(Tickets.path(ticket, "/assignment"), Map.of("team", team, "agent", agent))
                .expect(200);
    }

    /** Solves a ticket, as somebody. */
    void resolve(Http agent, String ticket, String kind, String summary) {
        new Tickets(agent)
                .changing(ticket)
                .post(
                        Tickets.path(ticket, "/transitions"),
                        Map.of(
                                "to",
                                "resolved",
                                "resolution",
                                Map.of("kind", kind, "summary", summary, "rootCause", "See the summary")))
                .expect(200);
    }

    /** The customer says yes by the link of the letter. */
    void confirm(String address, int letter) {
        String link = letter(address, "work?", letter).path();
        server.http().post(API + link, Map.of("answer", "yes")).expect(200);
    }

    /**
     * Returns the last of so many letters of a subject to an address, when they are there. Time goes by meanwhile: what a courier
     * did not take at once, on a busy machine, is handed to it again some seconds later.
     */
    LetterBox.Letter letter(String address, String subject, int number) {
        return letters.await(address, subject, number, () -> pass("PT1S"));
    }

    /** Waits for what the desk does once a minute, such as asking when to escalate, and lets time go by meanwhile. */
    void until(String what, BooleanSupplier condition) {
        Patience.until(what, () -> {
            pass("PT1S");
            return condition.getAsBoolean();
        });
    }

    /** Lets time go by. */
    void pass(String duration) {
        administrator.post(API + "/clock", Map.of("by", duration)).expect(200);
    }

    @Override
    public void close() {
        passer.stop();
        server.close();
    }
}
