package io.switchboard.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.launcher.folder.DataFolder;
import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDeskTest {

    private static final String SETTINGS = """
            {"schema":{"properties":{"size":{"type":"integer","title":"Size"},"on":{"type":"boolean"},
              "names":{"type":"array","items":{"type":"string"}},"word":{"type":"string","writeOnly":true}},"required":[]},
             "values":{"size":1,"on":true},"secrets":["word"],"version":7}""";
    private static final String PLAN =
            "{\"id\":\"notify\",\"version\":\"2.0.0\",\"possible\":true,\"replaces\":\"1.0.0\"}";

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private HttpServer server;
    private DataFolder data;

    @BeforeEach
    void haveAServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        data = DataFolder.take(folder.resolve("data")).orElseThrow();
        data.noteServer(address(), Optional.empty());
        Files.writeString(data.path().resolve("admin.token"), "own-token\n");
    }

    @AfterEach
    void endIt() throws IOException {
        data.close();
        server.stop(0);
    }

    @Test
    void theServerOfTheDataFolderIsAskedByItsOwnToken() throws Exception {
        answers.put(
                "GET ",
                "200 {\"items\":[{\"id\":\"notify\",\"version\":\"1.0.0\",\"state\":\"failed\",\"origin\":\"upload\","
                        + "\"name\":\"Notify\",\"failure\":\"throws\"}],\"refused\":{\"a.jar\":\"is a text\"}}");
        Running command = command();

        assertThat(command.run("list")).isZero();

        assertThat(asked).containsExactly("GET  Bearer own-token ");
        assertThat(command.said().lines())
                .containsExactly(
                        "notify  1.0.0  failed       upload   Notify",
                        "  throws",
                        "refused: a.jar of the plugin folder: is a text");
    }

    @Test
    void nothingIsInstalledBeforeSomebodySaysYesToThePlan() throws Exception {
        answers.put("POST ?dryRun=true", "200 " + PLAN);
        answers.put("POST ?dryRun=false", "201 {\"id\":\"notify\",\"version\":\"2.0.0\",\"state\":\"active\"}");
        String archive = Files.writeString(folder.resolve("a.jar"), "archive").toString();

        assertThat(command().answering("no\n").failure("upgrade", archive)).hasMessage("Nothing was changed.");
        assertThat(command().failure("install", archive)).hasMessageContaining("'upgrade' takes its place");
        assertThat(asked).containsOnly("POST ?dryRun=true Bearer own-token archive");

        Running command = command().answering("y\n");
        assertThat(command.run("upgrade", archive)).isZero();
        assertThat(command.said()).contains("takes the place of version 1.0.0", "notify 2.0.0 is active");
        assertThat(asked).last().isEqualTo("POST ?dryRun=false Bearer own-token archive");
    }

    @Test
    void aPluginIsBoundToAnotherSignerOnlyWhereThatIsSaid() throws Exception {
        answers.put("POST ?dryRun=true&rebind=true", "200 " + PLAN);
        answers.put(
                "POST ?dryRun=false&rebind=true", "201 {\"id\":\"notify\",\"version\":\"2.0.0\",\"state\":\"active\"}");
        String archive = Files.writeString(folder.resolve("a.jar"), "archive").toString();

        assertThat(command().run("upgrade", archive, "--rebind", "--yes")).isZero();

        assertThat(asked).last().isEqualTo("POST ?dryRun=false&rebind=true Bearer own-token archive");
    }

    @Test
    void whatIsNoFileIsTakenFromAnUpdateSite() throws Exception {
        answers.put("POST available/notify/install?dryRun=true&pluginVersion=2.0.0", "200 " + PLAN);
        answers.put(
                "POST available/notify/install?dryRun=false&pluginVersion=2.0.0",
                "201 {\"id\":\"notify\",\"version\":\"2.0.0\",\"state\":\"active\"}");
        answers.put(
                "GET available",
                "200 {\"items\":[{\"id\":\"notify\",\"site\":\"own\",\"installed\":\"1.0.0\",\"update\":\"2.0.0\","
                        + "\"versions\":[{\"version\":\"2.0.0\",\"date\":\"2026-03-01\",\"changelog\":\"new\"}]}],"
                        + "\"sites\":[{\"name\":\"other\",\"state\":\"refused\",\"message\":\"ran out\"}]}");

        Running command = command();
        assertThat(command.run("upgrade", "notify", "--version", "2.0.0", "--yes"))
                .isZero();
        assertThat(command.said()).contains("notify 2.0.0 is active");
        Running list = command();
        list.run("available");
        assertThat(list.said().lines())
                .containsExactly(
                        "site other is refused: ran out",
                        "notify of own, 1.0.0 is installed, may be upgraded to 2.0.0",
                        "  2.0.0 of 2026-03-01: new");
    }

    @Test
    void anImpossiblePlanEndsWithItsReasons() throws Exception {
        answers.put(
                "POST ?dryRun=true",
                "200 {\"id\":\"n\",\"possible\":false,\"refusals\":[\"is too large\",\"is signed in part\"]}");
        String archive = Files.writeString(folder.resolve("a.jar"), "archive").toString();

        assertThat(command().run("plan", archive)).isEqualTo(StartFailure.FAILED);
        assertThat(command().failure("install", archive, "--yes"))
                .hasMessage("The plugin n cannot be taken: it is too large; it is signed in part.");
    }

    @Test
    void settingsAreChangedByNameAndASecretIsReadFromTheInput() throws Exception {
        answers.put("GET notify/settings", "200 " + SETTINGS);
        answers.put("PUT notify/settings", "200 " + SETTINGS);
        Running command = command().answering("hush\n");

        assertThat(command.run(
                        "config",
                        "notify",
                        "--set",
                        "size=2",
                        "--set",
                        "names=a",
                        "--set",
                        "names=b",
                        "--unset",
                        "on",
                        "--secret",
                        "word",
                        "--yes"))
                .isZero();

        assertThat(asked)
                .last()
                .isEqualTo("PUT notify/settings Bearer own-token {\"values\":{\"size\":2,"
                        + "\"names\":[\"a\",\"b\"],\"word\":\"hush\"}} \"7\"");
        assertThat(command.said())
                .contains("size: 1 -> 2", "on: true -> (not set)", "word: a new secret")
                .doesNotContain("hush");
    }

    @Test
    void settingsThatCannotBeAreNotSent() throws Exception {
        answers.put("GET notify/settings", "200 " + SETTINGS);

        assertThat(command().failure("config", "notify", "--set", "sice=2", "--yes"))
                .hasMessageContaining("there are size");
        assertThat(command().failure("config", "notify", "--set", "size=x", "--yes"))
                .hasMessageContaining("a number");
        assertThat(command().failure("config", "notify", "--set", "on=yes", "--yes"))
                .hasMessageContaining("true or false");
        assertThat(command().failure("config", "notify", "--set", "word=hush", "--yes"))
                .hasMessageContaining("others can read a command line")
                .hasMessageNotContaining("hush");
        assertThat(asked).allMatch(request -> request.startsWith("GET"));
    }

    @Test
    void whatWasChangedMeanwhileIsLookedAtAgain() throws Exception {
        answers.put("GET notify/settings", "200 " + SETTINGS);
        answers.put("PUT notify/settings", "412 {}");

        assertThat(command().failure("config", "notify", "--set", "size=2", "--yes"))
                .hasMessageContaining("Somebody else has changed the settings");
    }

    @Test
    void whatTheServerRefusesIsOneLineWithoutControlCharacters() throws Exception {
        answers.put("GET notify", "200 {\"id\":\"notify\"}");
        answers.put("POST notify/rollback", "422 {\"detail\":\"The plugin has\\nno version before\\u001b\"}");

        assertThat(command().failure("rollback", "notify", "--yes"))
                .hasMessage("The server refuses: The plugin has no version before .");
    }

    @Test
    void theFoldersTokenIsNeverSentElsewhereAndNoneInTheClear() throws Exception {
        assertThat(command().failure("list", "--server", address())).hasMessageContaining("needs an API token");
        assertThat(new Running(folder, Map.of(Credentials.VARIABLE, "mine"))
                        .failure("list", "--server", "http://192.0.2.1/"))
                .hasMessageContaining("Others could read the token");
        assertThat(asked).isEmpty();
    }

    @Test
    void aTokenFileIsTakenIfNobodyElseCanReadIt() throws Exception {
        answers.put("GET ", "200 {\"items\":[]}");
        Path file = Files.writeString(folder.resolve("token"), "mine\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(command().failure("list", "--server", address(), "--token-file", file.toString()))
                .hasMessageContaining("chmod 600");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        command().run("list", "--server", address(), "--token-file", file.toString(), "--json");

        assertThat(asked).containsExactly("GET  Bearer mine ");
    }

    private Running command() {
        return new Running(folder, Map.of());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().replaceFirst("^/api/v1/plugins/?", "");
        String request = exchange.getRequestMethod() + " " + path;
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        asked.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body
                + (match == null ? "" : " " + match));
        String answer = answers.getOrDefault(request, "404 {}");
        byte[] bytes = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", "\"7\"");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
