package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plugin whose REST resources are broken takes out nothing but itself, and is named. */
@SwitchboardServer
class BrokenResourcesIT {

    private static final String ACTIVATOR = """
            package broken;
            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;
            import java.util.Dictionary;
            import java.util.Hashtable;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator {
                @Path("good") public static final class Good {
                    @GET public String good() { return "good"; }
                }
                @Path("ambiguous") public static final class Ambiguous {
                    @GET public String one() { return "one"; }
                    @GET public String other() { return "other"; }
                }
                @Path("{unclosed") public static final class Unclosed {
                    @GET public String one() { return "one"; }
                }
                public static final class Pathless {
                    @GET public String one() { return "one"; }
                }
                @Path("throws") public static final class Throws {
                    public Throws() { throw new IllegalStateException("broken on purpose"); }
                    @GET public String one() { return "one"; }
                }
                public void start(BundleContext context) {
                    Dictionary<String, Object> properties = new Hashtable<>();
                    properties.put("osgi.jakartars.resource", true);
                    context.registerService(Good.class, new Good(), properties);
                    %s
                }
                public void stop(BundleContext context) {}
            }
            """;
    private static final String FAILING_SERVICE = """
            context.registerService(Throws.class, new ServiceFactory<Throws>() {
                public Throws getService(Bundle bundle, ServiceRegistration<Throws> registration) { return new Throws(); }
                public void ungetService(Bundle bundle, ServiceRegistration<Throws> registration, Throws service) {}
            }, properties);
            """;

    @Test
    void twoMethodsForOneRequestTakeOutThePluginAlone(RunningServer server) throws InterruptedException {
        Http administrator = server.administrator();
        install(
                administrator,
                "ambiguous-paths",
                "context.registerService(Ambiguous.class, new Ambiguous(), properties);");

        awaitHealth(administrator, "ambiguous-paths", "REST resources cannot be served");
        assertOthersServe(server, administrator);
        assertThat(administrator.get("/api/v1/x/ambiguous-paths/good").status()).isEqualTo(404);
        assertThat(server.log()).contains("The REST resources of ambiguous-paths cannot be served");
        administrator.delete("/api/v1/plugins/ambiguous-paths").expect(204);
    }

    @Test
    void aPathThatCannotBeReadTakesOutItsResourceAlone(RunningServer server) throws InterruptedException {
        Http administrator = server.administrator();
        install(administrator, "unclosed-path", "context.registerService(Unclosed.class, new Unclosed(), properties);");

        awaitHealth(administrator, "unclosed-path", "its path cannot be read");
        assertOthersServe(server, administrator);
        administrator.delete("/api/v1/plugins/unclosed-path").expect(204);
    }

    @Test
    void aResourceWithoutAPathOrThatDoesNotStartTakesOutItselfAlone(RunningServer server) throws InterruptedException {
        Http administrator = server.administrator();
        install(
                administrator,
                "half-broken",
                "context.registerService(Pathless.class, new Pathless(), properties);" + FAILING_SERVICE);

        awaitHealth(administrator, "half-broken", "it has no @Path");
        awaitHealth(administrator, "half-broken", "does not start");
        assertOthersServe(server, administrator);
        Patience.until(
                "the whole one is served, but without an access rule nobody may call it",
                () -> administrator.get("/api/v1/x/half-broken/good").status() == 403);
        administrator.delete("/api/v1/plugins/half-broken").expect(204);
    }

    private static void assertOthersServe(RunningServer server, Http administrator) {
        administrator.get("/api/v1/tickets").expect(200);
        assertThat(server.http()
                        .post("/api/v1/x/intake-monitoring/alertmanager", Map.of())
                        .status())
                .isNotEqualTo(404)
                .isLessThan(500);
    }

    private static void install(Http administrator, String id, String more) {
        byte[] archive = CompiledPlugin.archive(id, "IntakeChannel", "jakarta.ws.rs", ACTIVATOR.formatted(more));
        administrator
                .send(
                        "POST",
                        "/api/v1/plugins",
                        BodyPublishers.ofByteArray(archive),
                        Map.of("Content-Type", "application/java-archive"))
                .expect(201);
    }

    private static void awaitHealth(Http administrator, String plugin, String message) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        JsonNode health = administrator
                .get("/api/v1/plugins/" + plugin + "/health")
                .expect(200)
                .json();
        while (!health.toString().contains(message)) {
            assertThat(Instant.now()).as(health.toString()).isBefore(limit);
            Thread.sleep(100);
            health = administrator
                    .get("/api/v1/plugins/" + plugin + "/health")
                    .expect(200)
                    .json();
        }
    }
}
