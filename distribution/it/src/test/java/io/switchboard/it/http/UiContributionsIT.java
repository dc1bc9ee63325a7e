package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.PagePlugin;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What plugins add to the web pages, as the API tells it and the files are handed out. */
@SwitchboardServer
class UiContributionsIT {
    private static final String LIST = "/api/v1/ui/contributions";
    private static final String PLUGIN = "test-pages";
    private static final String SCRIPT = "export class %s extends HTMLElement {}";

    @AfterEach
    void tidy(RunningServer server) {
        Http administrator = server.administrator();
        administrator.delete(Plugins.path(PLUGIN, ""));
        Patience.until("the end of the plugin", () -> exports(administrator).isEmpty());
    }

    @Test
    void whereNoPluginAddsAnythingTheListIsEmptyForEverybody(RunningServer server) {
        assertThat(exports(server.administrator())).isEmpty();
        assertThat(exports(server.http())).isEmpty();
    }

    @Test
    void eachIsToldOfWhatTheyMaySeeAndOfNothingElse(RunningServer server) {
        install(server, plugin());
        String name = "pages-" + UUID.randomUUID().toString().substring(0, 8);
        People people = People.of(server);
        Http agent = people.agent(name, "agent", people.team(name));

        assertThat(exports(server.administrator()))
                .containsExactlyInAnyOrder("ForAgents", "ForAdministrators", "ForAnybody");
        assertThat(exports(agent)).containsExactlyInAnyOrder("ForAgents", "ForAnybody");
        assertThat(exports(people.customer(name + "-c"))).containsExactly("ForAnybody");
        assertThat(exports(server.http())).containsExactly("ForAnybody");
    }

    @Test
    void theAddressOfAModuleHoldsItsVersionAndIsKeptForEver(RunningServer server) {
        install(server, plugin());
        JsonNode first = entry(server, "ForAgents");
        String address = first.path("module").asText();
        Response module = server.http().get(address).expect(200);

        assertThat(module.text()).isEqualTo(SCRIPT.formatted("ForAgents"));
        assertThat(module.header("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(module.header("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(module.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(module.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        assertThat(address).startsWith("/x/test-pages/modules/");
        assertThat(first.path("element").asText()).matches("sb-test-pages-[0-9a-f]{16}");

        new Plugins(server.administrator())
                .upload("", plugin().file("web/other.css", "p { color: red }").archive("1.1.0"))
                .expect(201);
        Patience.until("the new version", () -> !entry(server, "ForAgents").equals(first));
        JsonNode second = entry(server, "ForAgents");
        assertThat(second.path("element")).isNotEqualTo(first.path("element"));
        server.http().get(address).expect(404);
        server.http().get(second.path("module").asText()).expect(200);
    }

    @Test
    void nothingButTheFilesOfThePagesIsHandedOut(RunningServer server) {
        install(server, plugin().file("web/notes.txt", "not for browsers").file("secret.js", "secret"));
        String module = entry(server, "ForAgents").path("module").asText();
        String base = module.substring(0, module.indexOf("/web/"));
        Http anybody = server.http();

        for (String path : List.of(
                "/secret.js",
                "/web/notes.txt",
                "/web/",
                "/web/%2e%2e/secret.js",
                "/broken/Activator.class",
                "/META-INF/MANIFEST.MF")) {
            assertThat(anybody.get(base + path).status()).as(path).isIn(400, 404);
        }
        assertThat(anybody.get("/x/web-ui/modules/0123456789abcdef/web/desk/main.js")
                        .status())
                .isEqualTo(404);
        server.administrator().delete(Plugins.path(PLUGIN, "")).expect(204);
        Patience.until("the end of the files", () -> anybody.get(module).status() == 404);
    }

    @Test
    void whatHasNoFileIsLeftOutAndItsPluginSaysSo(RunningServer server) {
        install(
                server,
                plugin().names("start-card", "web/forgotten.js", "Forgotten", "Forgotten one")
                        .names("cellar", "web/ForAgents.js", "ForAgents", "Nowhere"));

        assertThat(exports(server.administrator()))
                .containsExactlyInAnyOrder("ForAgents", "ForAdministrators", "ForAnybody");
        JsonNode health = server.administrator()
                .get(Plugins.path(PLUGIN, "/health"))
                .expect(200)
                .json();
        assertThat(health.toString()).contains("Forgotten one", "web/forgotten.js");
    }

    @Test
    void openPagesAreToldThatSomethingCameOrWent(RunningServer server) throws Exception {
        Http administrator = server.administrator();
        HttpRequest request = HttpRequest.newBuilder(administrator.address().resolve("/api/v1/events"))
                .header("Accept", "text/event-stream")
                .build();
        try (InputStream stream = administrator
                        .client()
                        .send(request, BodyHandlers.ofInputStream())
                        .body();
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(": welcome");
            install(server, plugin());
            awaitNews(lines);
            assertThat(exports(administrator)).contains("ForAgents");
            administrator.delete(Plugins.path(PLUGIN, "")).expect(204);
            awaitNews(lines);
            assertThat(exports(administrator)).isEmpty();
        }
    }

    private static void awaitNews(BufferedReader lines) throws Exception {
        String line = lines.readLine();
        while (line != null && !line.equals("event: ui.contributions")) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
        assertThat(lines.readLine()).isEqualTo("data: {}");
    }

    private static PagePlugin plugin() {
        return PagePlugin.of(PLUGIN)
                .adds("ticket-panel", "ForAgents", "For agents", SCRIPT.formatted("ForAgents"), "TICKET_READ")
                .adds(
                        "admin-page",
                        "ForAdministrators",
                        "For them",
                        SCRIPT.formatted("ForAdministrators"),
                        "PLUGIN_EDIT")
                .adds("portal-home", "ForAnybody", "For anybody", SCRIPT.formatted("ForAnybody"));
    }

    private static void install(RunningServer server, PagePlugin plugin) {
        new Plugins(server.administrator()).upload("", plugin.archive("1.0.0")).expect(201);
        Patience.until(
                "what the plugin adds",
                () -> server.administrator().get(LIST).status() == 200
                        && !exports(server.administrator()).isEmpty());
    }

    private static List<String> exports(Http caller) {
        return Tickets.items(caller.get(LIST)).stream()
                .map(entry -> entry.path("export").asText())
                .toList();
    }

    private static JsonNode entry(RunningServer server, String export) {
        return Json.list(server.administrator().get(LIST).expect(200).json().path("items")).stream()
                .filter(one -> one.path("export").asText().equals(export))
                .findFirst()
                .orElseThrow();
    }
}
