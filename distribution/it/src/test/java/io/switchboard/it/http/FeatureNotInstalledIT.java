package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API has addresses for although no plugin that is installed serves them. */
@SwitchboardServer
class FeatureNotInstalledIT {
    private static final String API = "/api/v1";
    private static final String ARTICLES = "/knowledge/articles?q=printer";
    private static final String KNOWLEDGE = "io.switchboard.api.knowledge";
    private static final String ACTIVATOR = """
            package broken;

            import io.switchboard.api.knowledge.KnowledgeBase;
            import java.util.List;
            import org.osgi.framework.BundleActivator;
            import org.osgi.framework.BundleContext;

            public class Activator implements BundleActivator {
                @Override
                public void start(BundleContext context) {
                    KnowledgeBase base = (words, language, internal, limit) -> List.of(
                            new KnowledgeBase.ArticleHit("1", "About " + words, "Plug it in", "/x/kb/1", false),
                            new KnowledgeBase.ArticleHit("2", "Behind " + words, "Turn it round", "/x/kb/2", true));
                    context.registerService(KnowledgeBase.class, base, null);
                }

                @Override
                public void stop(BundleContext context) {}
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "GET, /knowledge/articles/42, knowledge, KnowledgeBase",
        "POST, /tickets/SB-1/article-draft, knowledge, KnowledgeBase",
        "GET, /surveys/42, surveys, SurveyProvider",
        "GET, /reports/kpis?from=2026-01-01&to=2026-01-31, reports, Report",
        "GET, /reports/backlog, reports, Report",
        "GET, /sla-plans, deadlines, DeadlinePolicy",
        "GET, /calendars/office, deadlines, DeadlinePolicy",
        "GET, /search/suggest?q=pri, suggestions, SearchProvider"
    })
    void whoAsksForItIsToldWhichKindOfPluginBringsIt(
            String method, String path, String feature, String kind, RunningServer server) {
        for (Http caller : List.of(server.administrator(), server.http())) {
            JsonNode problem = caller.send(
                            method,
                            API + path,
                            method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"),
                            Map.of("Content-Type", "application/json"))
                    .expect(404)
                    .json();
            assertThat(problem.path("type").asText()).isEqualTo("urn:switchboard:problem:feature-not-installed");
            assertThat(problem.path("feature").asText()).isEqualTo(feature);
            assertThat(problem.path("detail").asText()).contains(kind);
        }
    }

    @Test
    void theKnowledgeBaseOfAPluginIsAskedAsSoonAsItIsInstalledAndNoLongerThanThat(RunningServer server) {
        Http administrator = server.administrator();
        assertThat(type(administrator, ARTICLES)).endsWith(":feature-not-installed");
        server.http().get(API + ARTICLES).expect(401);
        Plugins plugins = new Plugins(administrator);
        plugins.upload("", CompiledPlugin.archive("test-knowledge", "KnowledgeBase", KNOWLEDGE, ACTIVATOR))
                .expect(201);
        Patience.until(
                "the knowledge base", () -> administrator.get(API + ARTICLES).status() == 200);
        assertThat(Tickets.items(administrator.get(API + ARTICLES)))
                .extracting(article -> article.path("title").asText())
                .containsExactly("About printer", "Behind printer");
        administrator.get(API + "/knowledge/articles?limit=51&q=a").expect(400);
        administrator.delete(API + "/plugins/test-knowledge").expect(204);
        Patience.until(
                "the end of the knowledge base",
                () -> administrator.get(API + ARTICLES).status() == 404);
    }

    @Test
    void whatIsServedIsServedAndWhatNobodyEverServesIsNotFound(RunningServer server) {
        Http administrator = server.administrator();
        administrator.get(API + "/plugins/search-lucene").expect(200);
        assertThat(type(administrator, "/plugins/unheard-of")).endsWith(":not-found");
        assertThat(type(administrator, "/nothing")).endsWith(":not-found");
        String ticket = new Tickets(administrator).open("Served");
        administrator.get(API + "/tickets/" + ticket + "/thread").expect(200);
        assertThat(type(administrator, "/tickets/" + ticket + "/nothing")).endsWith(":not-found");
    }

    private static String type(Http caller, String path) {
        return caller.get(API + path).expect(404).json().path("type").asText();
    }
}
