package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come from sites that {@code bin/switchboard site build} makes, if an administrator trusts their keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateSiteIT {

    private static final String SITES = "/api/v1/update-sites";
    private static final String AVAILABLE = "/api/v1/plugins/available";

    private static final String EXPORTING = "io.switchboard.api.plugin\r\nExport-Package: broken.shared;version=1.5";
    private static final String IDLE = """
            package broken;
            public class Activator implements org.osgi.framework.BundleActivator {
                public void start(org.osgi.framework.BundleContext context) {}
                public void stop(org.osgi.framework.BundleContext context) {}
            }
            """;

    private RunningServer server;
    private Http administrator;
    private Path folder;
    private Path site;
    private Path key;

    @BeforeAll
    void start(@TempDir Path given) {
        server = ServerSetup.in(given)
                .withEnvironment("SWITCHBOARD_JAVA_OPTS", "-Dswitchboard.outgoing.allow=127.0.0.1")
                .start();
        administrator = server.administrator();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void haveASite(@TempDir Path given) throws IOException {
        folder = given;
        site = Files.createDirectories(folder.resolve("site"));
        key = folder.resolve("key");
    }

    @Test
    void aPluginIsFoundInstalledAndUpgradedFromAFolderAndStaysAfterARestart() throws IOException {
        offer("from-folder", "1.0.0", "{\"changelog\":\"the first\"}");
        trust(site.toString(), build());

        JsonNode found = available("?q=FOLDER", "from-folder");
        assertThat(found.path("installed").isNull()).isTrue();
        assertThat(found.at("/versions/0/changelog").asText()).isEqualTo("the first");
        JsonNode plan = install("from-folder", "?dryRun=true").expect(200).json();
        assertThat(plan.path("possible").asBoolean()).isTrue();
        assertThat(plugins().running("from-folder")).isEmpty();

        assertThat(install("from-folder", "").expect(201).json().path("origin").asText())
                .isEqualTo("site");
        assertThat(plugins().running("from-folder")).isEqualTo("1.0.0");
        assertThat(available("?updates=true", "from-folder").isMissingNode()).isTrue();

        offer("from-folder", "2.0.0", "{\"vulnerabilities\":[\"CVE-2026-1\"]}");
        offer("from-folder", "3.0.0", "{\"withdrawn\":\"loses mail\"}");
        trust(site.toString(), build());
        assertThat(available("?updates=true", "from-folder").path("update").asText())
                .isEqualTo("2.0.0");
        assertThat(install("from-folder", "?dryRun=true").expect(200).text()).contains("CVE-2026-1");
        assertThat(install("from-folder", "?pluginVersion=3.0.0").expect(422).text())
                .contains("withdrawn", "loses mail");
        CommandRun upgraded = CommandRun.of(
                "plugin",
                "upgrade",
                "from-folder",
                "--yes",
                "--data",
                server.data().toString());
        assertThat(upgraded.exitCode()).as(upgraded.output()).isZero();
        assertThat(upgraded.output()).contains("CVE-2026-1", "from-folder 2.0.0 is active");
        install("from-folder", "?pluginVersion=9.0.0").expect(404);
        install("never-offered", "").expect(404);

        server.kill9();
        server.startAgain();
        administrator = server.administrator();
        assertThat(plugins().running("from-folder")).isEqualTo("2.0.0");
        assertThat(available("", "from-folder").path("installed").asText()).isEqualTo("2.0.0");
    }

    @Test
    void anAddressIsAskedThroughTheGuardedClientAndAnOldIndexOrAForeignKeyIsRefused() throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        web.createContext("/", exchange -> {
            Path file = site.resolve(exchange.getRequestURI().getPath().substring(1));
            byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        web.start();
        String address = "http://127.0.0.1:" + web.getAddress().getPort();
        try {
            offer("from-web", "1.0.0", "{}");
            String publicKey = build();
            byte[] oldIndex = Files.readAllBytes(site.resolve("switchboard-site.json"));
            byte[] oldSignature = Files.readAllBytes(site.resolve("switchboard-site.json.sig"));
            offer("from-web", "2.0.0", "{}");
            build();
            trust(address, publicKey);
            install("from-web", "?pluginVersion=1.0.0").expect(201);
            assertThat(available("", "from-web").path("update").asText()).isEqualTo("2.0.0");

            Files.write(site.resolve("switchboard-site.json"), oldIndex);
            Files.write(site.resolve("switchboard-site.json.sig"), oldSignature);
            trust(address, publicKey);
            assertThat(install("from-web", "").expect(404).text())
                    .contains("No update site offers the plugin from-web", "is refused: the index has the serial 1");
            assertThat(state().path("state").asText()).isEqualTo("refused");
            assertThat(state().path("message").asText()).contains("one with 2 was seen before");

            Files.writeString(site.resolve("switchboard-site.json"), "{}");
            trust(address, publicKey);
            install("from-web", "").expect(404);
            assertThat(state().path("message").asText()).contains("not signed by the key");
        } finally {
            web.stop(0);
        }
        trust(address, publicKeyOf(folder.resolve("other-key")));
        install("from-web", "").expect(404);
        assertThat(state().path("state").asText()).isEqualTo("away");
        assertThat(plugins().running("from-web")).isEqualTo("1.0.0");
    }

    @Test
    void aPlanSaysThatASiteHasWhatIsMissingAndItIsInstalledFirst() throws IOException {
        Files.write(
                site.resolve("library-1.5.0.jar"),
                CompiledPlugin.archive("library", "1.5.0", "IntakeChannel", EXPORTING, IDLE, Map.of()));
        trust(site.toString(), build());
        byte[] needy = CompiledPlugin.archive("needy", "IntakeChannel", "broken.shared;version=\"[1,2)\"", IDLE);

        JsonNode plan = plugins().upload("?dryRun=true", needy).expect(200).json();

        assertThat(plan.path("possible").asBoolean()).isFalse();
        assertThat(plan.path("refusals").toString())
                .contains("broken.shared", "the plugin library 1.5.0 of the update site site-", "install that first");
        assertThat(plan.path("needs").toString()).contains("\"offers\":[{", "\"plugin\":\"library\"", "indexBuiltAt");
        install("library", "").expect(201);
        plugins().upload("", needy).expect(201);
        assertThat(plugins().running("needy")).isEqualTo("1.0.0");
    }

    @Test
    void onlyAdministratorsSayWhomTheDeskTrusts() {
        Map<String, Object> nobody = Map.of("sites", List.of());
        server.http().get(SITES).expect(401);
        server.http().get(AVAILABLE).expect(401);
        server.http().put(SITES, nobody).expect(401);
        administrator.put(SITES, nobody).expect(428);
        assertThat(administrator
                        .with("If-Match", "*")
                        .put(SITES, Map.of("sites", List.of(Map.of("name", "x", "address", "relative", "key", "k"))))
                        .expect(400)
                        .text())
                .contains("sites[0].address", "sites[0].key");
    }

    private void offer(String id, String version, String more) throws IOException {
        Path file = site.resolve(id + "-" + version + ".jar");
        Files.write(file, Plugins.archive(id, "IntakeChannel", version));
        Files.writeString(site.resolve(file.getFileName() + ".json"), more);
    }

    /** Builds the site and returns the public key by which it is signed. */
    private String build() {
        String shown = publicKeyOf(key);
        CommandRun built = CommandRun.of("site", "build", site.toString(), "--key", key.toString());
        assertThat(built.exitCode()).as(built.output()).isZero();
        return shown;
    }

    private static String publicKeyOf(Path file) {
        CommandRun made = CommandRun.of("site", "key", file.toString());
        assertThat(made.exitCode()).as(made.output()).isZero();
        return made.output().strip();
    }

    /** Trusts this site only, under a name that was not used before, so that it is read anew. */
    private void trust(String address, String publicKey) {
        Map<String, String> wanted = Map.of("name", "site-" + System.nanoTime(), "address", address, "key", publicKey);
        administrator
                .with("If-Match", "*")
                .put(SITES, Map.of("sites", List.of(wanted)))
                .expect(200);
    }

    private JsonNode available(String query, String id) {
        JsonNode answer = administrator.get(AVAILABLE + query).expect(200).json();
        return Json.list(answer.path("items")).stream()
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElse(answer.path("nothing"));
    }

    private JsonNode state() {
        return administrator.get(AVAILABLE).expect(200).json().at("/sites/0");
    }

    private Response install(String id, String query) {
        return administrator.post(AVAILABLE + "/" + id + "/install" + query, "");
    }

    private Plugins plugins() {
        return new Plugins(administrator);
    }
}
