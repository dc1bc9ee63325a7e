package io.switchboard.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.ArticleShelf;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WO1 and decision 26: customers find what answers them already, and see what they asked for once they are signed in. */
class PortalReadersIT {
    private static RunningServer server;
    private static Http administrator;
    private static LetterBox letters;

    @BeforeAll
    static void begin(@TempDir Path folder) throws IOException {
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
        letters = new LetterBox(Files.createDirectories(folder.resolve("letters"))).install(administrator);
        ArticleShelf.install(administrator);
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void customersFindArticlesThatAreForThemAndNoOthers() {
        Visitor customer = Visitor.of(server);
        assertThat(customer.get("/").expect(200).text()).contains("Search for an answer");

        String found = customer.get("/articles?q=how+to+print").expect(200).text();
        assertThat(found)
                .contains("href=\"/articles/article-shelf/both%20sides\"", "Printing on both &lt;sides&gt;")
                .contains("href=\"https://printers.example/paper\"")
                .doesNotContain("Secrets of the spooler");
        assertThat(customer.get("/articles?q=coffee").expect(200).text()).contains("Nothing fits these words");
        assertThat(customer.get("/articles").expect(200).text()).doesNotContain("Nothing fits");
        customer.get("/articles?q=" + "print%20".repeat(500)).expect(200);
    }

    @Test
    void anArticleIsAPageOfThePortalWithoutWhatCouldDoHarm() {
        Visitor customer = Visitor.of(server);

        Response article = customer.get("/articles/article-shelf/both%20sides").expect(200);

        assertThat(article.text())
                .contains("<h2>In short</h2>", "<b>both sides</b>", "Last changed on 1 March 2026")
                .doesNotContain("alert(", "onclick", "<iframe");
        assertThat(article.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        for (String nowhere : new String[] {"spooler", "paper", "none", "..%2Fx", "a".repeat(3_000)}) {
            assertThat(customer.get("/articles/article-shelf/" + nowhere).status())
                    .as(nowhere)
                    .isBetween(400, 414);
        }
        assertThat(customer.get("/articles/article-shelf/spooler").expect(404).text())
                .isEqualTo(
                        customer.get("/articles/article-shelf/none").expect(404).text());
    }

    @Test
    void withoutAKnowledgeBaseNothingLooksAsIfThereWereOne() {
        Visitor customer = Visitor.of(server);
        administrator.delete(Plugins.path(ArticleShelf.PLUGIN, "")).expect(204);
        try {
            Patience.until("the search is gone", () -> !customer.get("/").text().contains("Search for an answer"));
            assertThat(customer.get("/articles?q=print").expect(404).text())
                    .contains("There are no answers to read here");
        } finally {
            ArticleShelf.install(administrator);
        }
        Patience.until("the search is back", () -> customer.get("/").text().contains("Search for an answer"));
    }

    @Test
    void whoSignsInByALinkSeesTheirRequestsAndGoesOnWithEach() {
        Visitor customer = Visitor.of(server);
        String number = Visitor.number(customer.ask("Squeaking <chair>", "It squeaks", "chairs@example.org")
                .expect(201));
        String other = Visitor.number(
                customer.ask("Broken desk", "It broke", "desks@example.org").expect(201));
        assertThat(customer.get("/my").expect(200).text())
                .contains("Send me the link")
                .doesNotContain(number);
        assertThat(customer.form("/my", Map.of("email", "chairs@example.org"))
                        .expect(200)
                        .text())
                .contains("Look into your mail");
        signIn(customer, letters.await("chairs@example.org", "sign", 1));

        String mine = customer.get("/my").expect(200).text();

        assertThat(mine)
                .contains(number, "Squeaking &lt;chair&gt;", "Next move: us")
                .doesNotContain(other, "Broken desk");
        String link =
                customer.get("/my/" + number).expect(303).header("Location").orElseThrow();
        assertThat(customer.get(path(link)).expect(200).text()).contains("It squeaks");
        assertThat(customer.get("/my/" + other).expect(404).text())
                .isEqualTo(customer.get("/my/SB-99999").expect(404).text());
        assertThat(customer.with("Sec-Fetch-Site", "cross-site")
                        .http()
                        .send("POST", "/sign-out", BodyPublishers.noBody(), Map.of())
                        .status())
                .isEqualTo(403);
        customer.get("/my").expect(200);
        customer.with("Sec-Fetch-Site", "same-origin")
                .http()
                .send("POST", "/sign-out", BodyPublishers.noBody(), Map.of())
                .expect(303);
        assertThat(customer.get("/my").expect(200).text())
                .contains("Send me the link")
                .doesNotContain(number);
    }

    @Test
    void whetherAnAddressIsKnownIsNotTold() {
        Visitor customer = Visitor.of(server);
        customer.ask("A lamp", "It is dark", "lamps@example.org").expect(201);

        String known = customer.form("/my", Map.of("email", "lamps@example.org"))
                .expect(200)
                .text();
        String unknown = customer.form("/my", Map.of("email", "nobody@example.org"))
                .expect(200)
                .text();

        assertThat(unknown).isEqualTo(known.replace("lamps@", "nobody@"));
        assertThat(customer.form("/my", Map.of("email", "no address"))
                        .expect(400)
                        .text())
                .contains("id=\"email-fault\"", "value=\"no address\"");
        customer.get("/my/SB-1").expect(303);
    }

    private static void signIn(Visitor customer, LetterBox.Letter letter) {
        customer.with("Sec-Fetch-Site", "same-origin")
                .form(letter.path(), Map.of())
                .expect(200);
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/follow/"));
    }
}
