package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A plugin calls the hosts that its manifest declares, which an administrator sees before, and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutgoingHostsIT {

    private static final String ACTIVATOR = """
            package broken;
            import io.switchboard.api.plugin.OutgoingHttp;
            import io.switchboard.api.ui.Access;
            import jakarta.ws.rs.*;
            import java.net.URI;
            import java.time.Duration;
            import java.util.*;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator {
                @Path("call") public static final class Call {
                    private final OutgoingHttp http;
                    public Call(OutgoingHttp http) { this.http = http; }
                    @GET @Access(Access.Who.ANYBODY)
                    public String call(@QueryParam("address") String address) throws java.io.IOException {
                        return "status " + http.send(new OutgoingHttp.Request(
                            "GET", URI.create(address), Map.of(), null, Duration.ofSeconds(20), 1000)).status();
                    }
                }
                public void start(BundleContext context) {
                    Dictionary<String, Object> properties = new Hashtable<>();
                    properties.put("osgi.jakartars.resource", true);
                    OutgoingHttp http = context.getService(context.getServiceReference(OutgoingHttp.class));
                    context.registerService(Call.class, new Call(http), properties);
                }
                public void stop(BundleContext context) {}
            }
            """;
    private static final String SETTINGS = """
            <MetaData xmlns="http://www.osgi.org/xmlns/metatype/v1.4.0">
              <OCD id="caller" name="Caller">
                <AD id="address" name="Address" type="String" default="http://127.0.0.1:9/initial"/>
              </OCD>
              <Designate pid="caller"><Object ocdref="caller"/></Designate>
            </MetaData>
            """;

    private final List<String> called = new CopyOnWriteArrayList<>();
    private RunningServer server;
    private Http administrator;
    private Plugins plugins;
    private HttpServer other;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = ServerSetup.in(folder)
                .withEnvironment("SWITCHBOARD_JAVA_OPTS", "-Dswitchboard.outgoing.allow=127.0.0.0/8,::1")
                .start();
        administrator = server.administrator();
        plugins = new Plugins(administrator);
        other = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
        other.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            called.add(path);
            if (path.equals("/away")) {
                exchange.getResponseHeaders().add("Location", address("127.0.0.3", "/after-a-redirect"));
            }
            exchange.sendResponseHeaders(path.equals("/away") ? 302 : 200, -1);
            exchange.close();
        });
        other.start();
    }

    @AfterAll
    void stop() {
        other.stop(0);
        server.close();
    }

    private String address(String host, String path) {
        return "http://" + host + ":" + other.getAddress().getPort() + path;
    }

    private static byte[] archive(String id, String version, String hosts) {
        return CompiledPlugin.archive(
                id,
                version,
                "IntakeChannel",
                "jakarta.ws.rs,io.switchboard.api.plugin,io.switchboard.api.ui" + hosts,
                ACTIVATOR,
                Map.of("OSGI-INF/metatype/metatype.xml", SETTINGS));
    }

    private static String declaring(String hosts) {
        return "\r\nSwitchboard-Outgoing-Hosts: " + hosts;
    }

    private void install(String id, String version, String hosts) {
        plugins.upload("", archive(id, version, hosts)).expect(201);
        Patience.until("it serves", () -> call(id, "file:///nowhere").status() == 400);
    }

    private Response call(String plugin, String address) {
        return server.http()
                .get("/api/v1/x/" + plugin + "/call?address=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private void assertRefused(String plugin, String host, String path) {
        JsonNode refusal = call(plugin, address(host, path)).expect(422).json();
        assertThat(refusal.path("type").asText()).isEqualTo("urn:switchboard:problem:policy-refused");
        assertThat(refusal.path("plugin").asText()).isEqualTo(plugin);
        assertThat(refusal.path("header").asText()).isEqualTo("Switchboard-Outgoing-Hosts");
        assertThat(refusal.path("detail").asText())
                .contains(plugin, refusal.path("host").asText());
    }

    @Test
    void aPluginCallsWhatItDeclaresAndNothingElse() {
        install("declares", "1.0.0", declaring("127.0.0.1, {address}"));
        plugins.set("declares", Map.of("address", address("127.0.0.2", "/base?mail={email}")));

        assertThat(call("declares", address("127.0.0.1", "/declared"))
                        .expect(200)
                        .text())
                .isEqualTo("status 200");
        call("declares", address("127.0.0.2", "/by-a-setting")).expect(200);
        assertRefused("declares", "127.0.0.3", "/not-declared");
        assertRefused("declares", "127.0.0.1", "/away");
        assertRefused("declares", "localhost", "/another-name");
        assertThat(called)
                .contains("/declared", "/by-a-setting", "/away")
                .doesNotContain("/not-declared", "/after-a-redirect", "/another-name");

        plugins.set("declares", Map.of("address", address("127.0.0.3", "/")));
        call("declares", address("127.0.0.3", "/set-anew")).expect(200);
        assertRefused("declares", "127.0.0.2", "/no-longer-set");
    }

    @Test
    void whoDeclaresNobodyCallsNobodyAndIsNamedInItsLog() {
        install("undeclared", "1.0.0", "");

        assertRefused("undeclared", "127.0.0.1", "/undeclared");
        assertRefused("undeclared", "127.0.0.1", "/undeclared");

        assertThat(called).doesNotContain("/undeclared");
        Patience.until(
                "its log counts them",
                () -> administrator
                        .get(Plugins.path("undeclared", "/operation"))
                        .expect(200)
                        .text()
                        .contains("was kept from calling 127.0.0.1, which its manifest does not name in "
                                + "Switchboard-Outgoing-Hosts; 2 times"));
    }

    @Test
    void thePlanNamesTheHostsAndWhatIsMoreThanBefore(@TempDir Path folder) throws IOException {
        install("grows", "1.0.0", declaring("api.example.com"));
        byte[] next = archive("grows", "2.0.0", declaring("api.example.com,{address},*"));

        JsonNode plan = plugins.upload("?dryRun=true", next).expect(200).json();

        assertThat(plan.path("possible").asBoolean()).isTrue();
        assertThat(plan.path("outgoingHosts")).isEqualTo(Json.read("""
                        [{"declared":"api.example.com","now":["api.example.com"],"added":false},
                         {"declared":"{address}","now":["127.0.0.1"],"added":true},
                         {"declared":"*","now":["*"],"added":true}]"""));
        assertThat(plan.path("notes").toString())
                .contains("may call more than the version before: {address}, *", "may call any host");
        Path file = Files.write(folder.resolve("grows.jar"), next);
        CommandRun told = CommandRun.of(
                "plugin", "plan", file.toString(), "--data", server.data().toString());
        assertThat(told.output())
                .contains(
                        "calls       api.example.com",
                        "the host in the setting address, now 127.0.0.1; the version before did not",
                        "any host; the version before did not");
    }

    @Test
    void snapshotsTellWhichHostsAPluginNamedAlsoWhenItIsGone() {
        install("reaches", "1.0.0", declaring("api.example.com"));
        String first = latestSnapshot();
        install("reaches", "2.0.0", declaring("api.example.com,{address}"));
        String second = latestSnapshot();
        administrator.delete(Plugins.path("reaches", "")).expect(204);

        JsonNode changed = compare(first, "?with=" + second).path("changed");
        JsonNode removed = compare(second, "").path("removed");

        assertThat(changed).hasSize(1);
        assertThat(changed.at("/0/before/outgoingHosts")).isEqualTo(Json.read("""
                ["api.example.com"]"""));
        assertThat(changed.at("/0/after/outgoingHosts")).isEqualTo(Json.read("""
                ["api.example.com","{address}"]"""));
        assertThat(removed.toString()).contains("\"{address}\"");
        assertThat(administrator
                        .get("/api/v1/plugins/snapshots/" + first)
                        .expect(200)
                        .json()
                        .path("plugins"))
                .allSatisfy(plugin ->
                        assertThat(plugin.path("outgoingHosts").isArray()).isTrue())
                .anyMatch(plugin -> plugin.path("outgoingHosts").toString().equals("[\"api.example.com\"]"));
    }

    private String latestSnapshot() {
        return administrator
                .get("/api/v1/plugins/snapshots")
                .expect(200)
                .json()
                .at("/items/0/number")
                .asText();
    }

    private JsonNode compare(String snapshot, String with) {
        return administrator
                .get("/api/v1/plugins/snapshots/" + snapshot + "/comparison" + with)
                .expect(200)
                .json();
    }

    @Test
    void aHeaderThatNamesNoHostIsRefused() {
        JsonNode refusal = plugins.upload(
                        "", archive("says-nothing", "1.0.0", declaring("https://a.example,{nowhere}")))
                .expect(422)
                .json();
        assertThat(refusal.path("reasons").toString())
                .contains("names no host: https://a.example", "a setting that it does not have", "{nowhere}");
        assertThat(plugins.running("says-nothing")).isEmpty();
    }
}
