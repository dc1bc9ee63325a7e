package io.switchboard.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory brings people whom the desk does not know, once an administrator lets it. */
class ExternalAccountsIT {
    private static final String API = "/api/v1";
    private static final String SECRET = "the secret over there";
    private static final String DIRECTORY = """
            package broken;
            import io.switchboard.api.people.Authenticator;
            import java.util.*;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator, Authenticator {
                public void start(BundleContext context) { context.registerService(Authenticator.class, this, null); }
                public void stop(BundleContext context) {}
                public String issuer() { return "directory:example.org"; }
                public Optional<Identity> authenticate(String login, char[] secret) {
                    if (!"the secret over there".equals(new String(secret)) || !login.matches("[a-z]{3,20}")) {
                        return Optional.empty();
                    }
                    String known = login.equals("evelyn") ? "eve" : login;
                    return Optional.of(new Identity("key of " + known, known, known + "@example.org", Set.of()));
                }
            }
            """;

    @Test
    void aDirectoryBringsCustomersOnlyWhereItMayAndTakesOverNobody(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            byte[] archive =
                    CompiledPlugin.archive("directory", "Authenticator", "io.switchboard.api.people", DIRECTORY);
            new Plugins(administrator).upload("", archive).expect(201);
            String ada = administrator
                    .post(API + "/customers", Map.of("name", "Ada", "email", "ada@example.org"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();

            signIn(server, "eve", SECRET).expect(401);
            allow(administrator, List.of("directory:example.org"));
            String eve = id(signIn(server, "eve", SECRET).expect(200));
            signIn(server, "eve", "not the secret").expect(401);
            assertThat(customer(administrator, eve).path("email").asText()).isEqualTo("eve@example.org");
            assertThat(id(signIn(server, "evelyn", SECRET).expect(200))).isEqualTo(eve);

            signIn(server, "ada", SECRET).expect(401);
            assertThat(audit(administrator, ada)).contains("identity.refused").doesNotContain("session.begun");
            server.kill9();
            server.startAgain();
            assertThat(id(signIn(server, "eve", SECRET).expect(200))).isEqualTo(eve);
            Http again = server.administrator();
            allow(again, List.of());
            signIn(server, "dee", SECRET).expect(401);
            assertThat(id(signIn(server, "eve", SECRET).expect(200))).isEqualTo(eve);
            again.with("If-Match", "*").delete(API + "/customers/" + eve).expect(200);
            signIn(server, "eve", SECRET).expect(401);
        }
    }

    private static Response signIn(RunningServer server, String login, String secret) {
        return server.http().post(API + "/session", Map.of("email", login, "password", secret));
    }

    private static String id(Response begun) {
        return begun.json().at("/user/id").asText();
    }

    private static void allow(Http administrator, List<String> issuers) {
        JsonNode policy = administrator
                .with("If-Match", "*")
                .put(API + "/sign-in-policy", Map.of("secondFactorRoles", List.of(), "customersFrom", issuers))
                .expect(200)
                .json();
        assertThat(policy.path("customersFrom")).hasSize(issuers.size());
        assertThat(administrator.get(API + "/sign-in-policy").expect(200).json())
                .isEqualTo(policy);
    }

    private static JsonNode customer(Http administrator, String id) {
        return administrator.get(API + "/customers/" + id).expect(200).json();
    }

    private static List<String> audit(Http administrator, String person) {
        return administrator
                .get(API + "/audit?object=person:" + person)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("kind");
    }
}
