package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the plugin guide are asked by the desk for what their sockets are for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {
    private static final String API = "/api/v1";

    private RunningServer server;
    private Http administrator;
    private Plugins plugins;
    private HttpServer intranet;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        server = ServerSetup.in(folder)
                .withEnvironment("SWITCHBOARD_JAVA_OPTS", "-Dswitchboard.outgoing.allow=127.0.0.0/8,::1")
                .start();
        administrator = server.administrator();
        plugins = new Plugins(administrator);
        intranet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        intranet.start();
    }

    @AfterAll
    void stop() {
        intranet.stop(0);
        server.close();
    }

    private void install(String id, Map<String, ?> settings) {
        plugins.upload("", Plugins.example(id)).expect(201);
        plugins.set(id, settings);
    }

    @Test
    void articlesOfAFolderAreFoundAndReadAndWhatIsInternalStaysInside() throws IOException {
        Path articles =
                Files.createDirectories(folder.resolve("articles/internal")).getParent();
        Files.writeString(
                articles.resolve("printer.en.md"), "# The printer prints nothing\n\nTurn it **off** and on.\n");
        Files.writeString(
                articles.resolve("internal/printer-contract.md"), "# Contract of the printer\n\nNumber 4711.\n");
        install("example-knowledge", Map.of("folder", articles.toString()));

        Patience.until("both are found", () -> articles("printer").size() == 2);

        JsonNode best = articles("printer prints").get(0);
        assertThat(best.path("title").asText()).isEqualTo("The printer prints nothing");
        assertThat(best.path("internal").asBoolean()).isFalse();
        Response page = server.http().get(best.path("address").asText()).expect(200);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        assertThat(page.text()).contains(">The printer prints nothing</h1>", "Turn it <strong>off</strong> and on.");
        server.http().get(API + "/x/example-knowledge/articles/style.css").expect(200);
        String inside = articles("contract").get(0).path("address").asText();
        server.http().get(inside).expect(404);
        assertThat(administrator.get(inside).expect(200).text()).contains("4711");
    }

    private List<JsonNode> articles(String words) {
        Response answer = administrator.get(API + "/knowledge/articles?language=en&q=" + words.replace(" ", "%20"));
        return answer.status() == 200 ? Json.list(answer.json().path("items")) : List.of();
    }

    @Test
    void anInvitationIsCarriedIntoThePickupFolder() throws IOException {
        Path pickup = Files.createDirectory(folder.resolve("pickup"));
        install("example-courier", Map.of("folder", pickup.toString(), "sender", "desk@example.com"));
        String bob = administrator
                .post(API + "/agents", Map.of("name", "Bob", "email", "bob@example.org", "roles", List.of("agent")))
                .expect(201)
                .json()
                .path("id")
                .asText();

        Patience.until("it is mailed", () -> {
            administrator.post(API + "/invitations", Map.of("person", bob)).expect(201);
            return !mails(pickup).isEmpty();
        });

        String mail = Files.readString(mails(pickup).get(0), StandardCharsets.US_ASCII);
        assertThat(mail).contains("From: desk@example.com\r\n", "To: Bob <bob@example.org>\r\n");
        byte[] body = Base64.getMimeDecoder().decode(mail.substring(mail.indexOf("\r\n\r\n") + 4));
        assertThat(new String(body, StandardCharsets.UTF_8)).contains("/invitation/");
    }

    private static List<Path> mails(Path pickup) {
        try (Stream<Path> files = Files.list(pickup)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void aTicketHasDeadlinesByItsPriority() {
        install("example-deadlines", Map.of("answerP1", 7));
        Tickets tickets = new Tickets(administrator);

        Patience.until("the first answer is due in seven minutes", () -> {
            String ticket = tickets.open(
                            Map.of("subject", "Fire", "description", "It burns.", "impact", "high", "urgency", "high"))
                    .path("id")
                    .asText();
            return administrator
                    .get(API + "/tickets/" + ticket)
                    .expect(200)
                    .json()
                    .path("deadlines")
                    .toString()
                    .contains("P1 is to be answered within 7 min of its opening");
        });
    }

    @Test
    void aNewFileGoesToTheOtherDiskAndComesBackFromThere() throws IOException {
        Path disk = folder.resolve("disk");
        byte[] before = "kept before".getBytes(StandardCharsets.UTF_8);
        byte[] content = "kept on another disk".getBytes(StandardCharsets.UTF_8);
        String old = sent(before);
        install("example-files", Map.of("folder", disk.toString()));

        Patience.until("a file is on the other disk", () -> {
            sent(content);
            return kept(disk) == 1;
        });

        assertThat(administrator
                        .get(API + "/attachments/" + sent(content))
                        .expect(200)
                        .bytes())
                .isEqualTo(content);
        assertThat(administrator.get(API + "/attachments/" + old).expect(200).bytes())
                .isEqualTo(before);
        assertThat(kept(disk)).isEqualTo(1);
    }

    private String sent(byte[] content) {
        return administrator
                .send(
                        "POST",
                        API + "/attachments?name=note.txt",
                        BodyPublishers.ofByteArray(content),
                        Map.of("Content-Type", "application/octet-stream"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static long kept(Path disk) {
        if (!Files.isDirectory(disk)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(disk)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("[0-9a-f]{64}"))
                    .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whoHasAnAccountOfTheIntranetSignsInByIt() {
        intranet.createContext("/me", ExamplesIT::tellOfGrace);
        plugins.upload("", Plugins.example("example-sign-in")).expect(201);
        Patience.until("it says what to set", () -> health("example-sign-in").contains("set 'address'"));
        plugins.set(
                "example-sign-in",
                Map.of("address", "http://127.0.0.1:" + intranet.getAddress().getPort() + "/me"));
        Patience.until("it is set", () -> !health("example-sign-in").contains("set 'address'"));
        administrator
                .with("If-Match", "*")
                .put(
                        API + "/sign-in-policy",
                        Map.of("secondFactorRoles", List.of(), "customersFrom", List.of("intranet")))
                .expect(200);
        AtomicInteger tries = new AtomicInteger();

        // One account has ten tries only; the plugin may be away for a moment while it takes its settings.
        Patience.until(
                "she is let in",
                () -> signIn("grace" + tries.incrementAndGet(), "over there").status() == 200);

        Response begun = signIn("grace" + tries.get(), "over there").expect(200);
        assertThat(begun.json().at("/user/name").asText()).isEqualTo("Grace");
        signIn("grace" + tries.get(), "elsewhere").expect(401);
    }

    /** All accounts that begin with her name are hers. */
    private static void tellOfGrace(HttpExchange exchange) throws IOException {
        String credentials =
                exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String typed = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        boolean known = typed.matches("grace[0-9]+:over there");
        byte[] account =
                "{\"id\":\"u-7\",\"name\":\"Grace\",\"email\":\"grace@example.org\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, known ? account.length : -1);
        if (known) {
            exchange.getResponseBody().write(account);
        }
        exchange.close();
    }

    private String health(String plugin) {
        return administrator.get(Plugins.path(plugin, "/health")).expect(200).text();
    }

    private Response signIn(String login, String secret) {
        return server.http().post(API + "/session", Map.of("email", login, "password", secret));
    }
}
