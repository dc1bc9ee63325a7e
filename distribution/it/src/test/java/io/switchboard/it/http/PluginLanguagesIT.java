package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plugins say of themselves is answered in the language of whoever asks, as far as the plugin speaks it. */
@SwitchboardServer
class PluginLanguagesIT {
    private static final String API = "/api/v1";
    private static final String SETTINGS = API + "/plugins/intake-monitoring/settings";
    private static final String DOES_NOTHING = """
            package broken;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator {
                public void start(BundleContext context) {}
                public void stop(BundleContext context) {}
            }
            """;

    private Http administrator;
    private Http german;

    @BeforeEach
    void ask(RunningServer server) {
        administrator = server.administrator();
        german = administrator.with("Accept-Language", "de-AT, en;q=0.5");
    }

    @Test
    void theSettingsOfAPluginAreToldInTheLanguageOfTheirReader() {
        Response answer = german.get(SETTINGS).expect(200);

        assertThat(answer.json().path("language").asText()).isEqualTo("de");
        assertThat(answer.json().at("/schema/properties/requester/title").asText())
                .isEqualTo("Anfragender");
        assertThat(answer.json().at("/schema/properties/requester/description").asText())
                .startsWith("Die Adresse");
        assertThat(answer.header("Content-Language")).contains("de");
        assertThat(answer.header("Vary"))
                .hasValueSatisfying(names -> assertThat(names).contains("Accept-Language"));
        JsonNode choices =
                german.get(API + "/plugins/handle-security/settings").json().at("/schema/properties/withoutTeam/oneOf");
        assertThat(choices.findValuesAsText("title")).first().asString().startsWith("Verbergen");
        assertThat(choices.findValuesAsText("const")).containsExactly("hide", "mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en-GB, de", "*", ";;q=what", "de;q=0"})
    void whoReadsNoLanguageOfAPluginReadsEnglish(String languages) {
        Response answer =
                administrator.with("Accept-Language", languages).get(SETTINGS).expect(200);

        assertThat(answer.json().path("language").asText()).isEqualTo("en");
        assertThat(answer.json().at("/schema/properties/requester/title").asText())
                .isEqualTo("Requester");
        assertThat(answer.header("Content-Language")).contains("en");
    }

    @Test
    void thePluginsThatThereAreAndThatThereCouldBeAreNamedInTheLanguageOfTheirReader() {
        JsonNode installed = of(german, "/plugins", "intake-monitoring");
        assertThat(installed.path("name").asText()).isEqualTo("Überwachung");
        assertThat(installed.path("description").asText()).startsWith("Eröffnet");
        assertThat(installed.path("language").asText()).isEqualTo("de");
        assertThat(german.get(API + "/plugins/intake-monitoring")
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Überwachung");
        assertThat(of(administrator, "/plugins", "intake-monitoring")
                        .path("name")
                        .asText())
                .isEqualTo("Monitoring");
        assertThat(of(german, "/plugins/distribution", "tracker-jira")
                        .path("name")
                        .asText())
                .isEqualTo("Fehler in Jira");
        assertThat(of(administrator, "/plugins/distribution?q=fehler%20in%20jira", "tracker-jira")
                        .path("name")
                        .asText())
                .isEqualTo("Defects in Jira");
    }

    @Test
    void aPlanIsToldInTheLanguageOfItsReader() {
        JsonNode plan = german.post(API + "/plugins/distribution/tracker-jira/install?dryRun=true", "")
                .expect(200)
                .json();

        assertThat(plan.path("name").asText()).isEqualTo("Fehler in Jira");
        assertThat(plan.path("language").asText()).isEqualTo("de");
        assertThat(plan.at("/settings/properties/project/title").asText()).isEqualTo("Projekt");
    }

    @Test
    void aPluginOfAnyVendorBringsItsOwnLanguagesAndBrokenOnesDoNoHarm() {
        byte[] archive = CompiledPlugin.archive(
                "speaks-french",
                "1.0.0",
                "IntakeChannel",
                "org.slf4j",
                DOES_NOTHING,
                Map.of(
                        "OSGI-INF/l10n/bundle_fr.properties", "plugin.name = Réception\nplugin.description = Un canal",
                        "OSGI-INF/l10n/bundle_de.properties", "plugin.name = \\u00zz"));
        Http french = administrator.with("Accept-Language", "fr");
        try {
            JsonNode made = new Plugins(french).upload("", archive).expect(201).json();
            assertThat(made.path("name").asText()).isEqualTo("Réception");
            assertThat(of(french, "/plugins", "speaks-french")
                            .path("description")
                            .asText())
                    .isEqualTo("Un canal");
            assertThat(of(german, "/plugins", "speaks-french").path("name").asText())
                    .isEqualTo("speaks-french");
        } finally {
            administrator.delete(API + "/plugins/speaks-french");
        }
    }

    private static JsonNode of(Http reader, String list, String plugin) {
        return Json.list(reader.get(API + list).expect(200).json().path("items")).stream()
                .filter(one -> one.path("id").asText().equals(plugin))
                .findFirst()
                .orElseThrow();
    }
}
