package io.switchboard.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Customers sign in by a link that they ask for and get by mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksByMailIT {
    private static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";

    private RunningServer server;
    private Http administrator;
    private LetterBox letters;

    /** Made anew for each test. */
    private String ada;

    private String email;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = ServerSetup.in(folder).with("--test-clock").start();
        administrator = server.administrator();
        letters = new LetterBox(Files.createDirectories(folder.resolve("letters"))).install(administrator);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void makeAda() {
        email = address();
        ada = made("/customers", Map.of("name", "Ada", "email", email));
    }

    @Test
    void whoeverFollowsTheLinkInTheirMailIsSignedInOnce() {
        ask(email);
        LetterBox.Letter letter = letters.await(email, 1);
        assertThat(letter.subject()).isEqualTo("Your link to sign in");
        Http scanner = server.http();
        scanner.get(letter.path()).expect(200);
        scanner.get(API + "/session").expect(401);

        Http browser = server.http();
        Response page = browser.get(letter.path()).expect(200);
        assertThat(page.text()).contains("<form method=\"post\">").doesNotContain("<script");
        assertThat(page.header("Cache-Control")).contains("no-store");
        Response signedIn = submit(browser, letter.path(), "").expect(200);
        assertThat(signedIn.header("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(browser.get(API + "/session")
                        .expect(200)
                        .json()
                        .at("/user/id")
                        .asText())
                .isEqualTo(ada);

        submit(server.http(), letter.path(), "").expect(410);
        byApi(letter.path()).expect(410);
        assertThat(server.log() + accessLog()).doesNotContain(token(letter.path()));
    }

    @Test
    void aProgramSignsInByTheTokenOfTheLinkToo() {
        ask(email);
        Response begun = byApi(letters.await(email, 1).path()).expect(200);
        assertThat(begun.json().at("/user/id").asText()).isEqualTo(ada);
    }

    @Test
    void onlyTheFormOfThePageSignsIn() {
        ask(email);
        String path = letters.await(email, 1).path();
        for (String site : List.of("cross-site", "same-site", "none")) {
            post(server.http(), path, "", Map.of("Sec-Fetch-Site", site)).expect(403);
        }
        post(server.http(), path, "", Map.of("Origin", "https://elsewhere.example"))
                .expect(403);
        post(server.http(), path, "", Map.of()).expect(403);
        String own = server.address().toString().replaceAll("/$", "");
        post(server.http(), path, "", Map.of("Origin", own)).expect(200);
    }

    @Test
    void whoeverHasAnAuthenticatorAppIsAskedForItsCode() {
        Authenticator app = appOfAda();
        ask(email);
        String path = letters.await(email, "Your link to sign in", 1).path();
        Http browser = server.http();
        assertThat(browser.get(path).expect(200).text()).doesNotContain("name=\"code\"");
        assertThat(submit(browser, path, "").expect(401).text()).contains("name=\"code\"");
        assertThat(submit(browser, path, "code=000000").expect(401).text()).contains("The code does not fit");
        submit(browser, path, "code=" + "0".repeat(41)).expect(400);
        submit(browser, path, "code=" + app.code(0)).expect(200);
        browser.get(API + "/session").expect(200);
        submit(browser, path, "code=" + app.code(1)).expect(410);
    }

    @Test
    void thoseWhoMayNotSignInByMailAreAnsweredAlikeAndGetNoLetter() {
        String nobody = address();
        String agent = address();
        made("/agents", Map.of("name", "Bob", "email", agent, "password", PASSWORD, "roles", List.of("agent")));
        String deactivated = address();
        remove(made("/customers", Map.of("name", "Cy", "email", deactivated)));
        String erased = address();
        erase(made("/customers", Map.of("name", "Dee", "email", erased)));
        for (String other : List.of(nobody, agent, deactivated, erased)) {
            ask(other);
        }
        ask(email);
        letters.await(email, 1);
        for (String other : List.of(nobody, agent, deactivated, erased)) {
            assertThat(letters.to(other)).as(other).isEmpty();
        }
    }

    @Test
    void aLinkIsVoidOnceItsOwnerIsDeactivatedOrErased() {
        ask(email);
        String path = letters.await(email, 1).path();
        remove(ada);
        submit(server.http(), path, "").expect(410);
        String other = address();
        String dee = made("/customers", Map.of("name", "Dee", "email", other));
        ask(other);
        String hers = letters.await(other, 1).path();
        erase(dee);
        submit(server.http(), hers, "").expect(410);
    }

    @Test
    void aLinkIsGoodForAnHourAndNobodyGetsASecondOneMeanwhile() {
        ask(email);
        String first = letters.await(email, 1).path();
        ask(email);
        String sentinel = address();
        made("/customers", Map.of("name", "Eve", "email", sentinel));
        ask(sentinel);
        letters.await(sentinel, 1);
        assertThat(letters.to(email)).hasSize(1);

        administrator.post(API + "/clock", Map.of("by", "PT61M")).expect(200);
        submit(server.http(), first, "").expect(410);
        server.http().get(API + "/tickets").expect(401);
        administrator.get(API + "/session").expect(200);
        ask(email);
        submit(server.http(), letters.await(email, 2).path(), "").expect(200);
    }

    @Test
    void aLinkThatAnAgentMadeStaysGoodAndANewPasswordHasALimitOfItsOwn() {
        administrator
                .post(API + "/customers/" + ada + "/sign-in-link", Map.of())
                .expect(201);
        ask(email);
        letters.await(email, "Your link to sign in", 1);
        server.http().post(API + "/password-reset", Map.of("email", email)).expect(204);
        letters.await(email, "Choose a new password", 1);
        submit(server.http(), letters.await(email, "Your link to sign in", 1).path(), "")
                .expect(200);
        byApi(letters.await(email, "A link to sign in, made for you", 1).path()).expect(200);
    }

    private void ask(String address) {
        Response answer = server.http().post(API + "/sign-in-link", Map.of("email", address));
        assertThat(answer.expect(204).bytes()).isEmpty();
    }

    private Response byApi(String path) {
        return server.http().post(API + "/session/link", Map.of("token", token(path)));
    }

    private static Response submit(Http browser, String path, String form) {
        return post(browser, path, form, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    private static Response post(Http browser, String path, String form, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return browser.send("POST", path, BodyPublishers.ofString(form), all);
    }

    private static String token(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Authenticator appOfAda() {
        administrator.post(API + "/invitations", Map.of("person", ada)).expect(201);
        String invitation = token(letters.await(email, "You are invited", 1).path());
        server.http()
                .post(API + "/invitations/" + invitation, Map.of("password", PASSWORD))
                .expect(204);
        Http session = server.http().signIn(email, PASSWORD);
        Authenticator app = new Authenticator(session.post(API + "/second-factor", Map.of())
                .expect(200)
                .json()
                .path("secret")
                .asText());
        session.post(API + "/second-factor/confirm", Map.of("code", app.code(-1)))
                .expect(200);
        return app;
    }

    private void remove(String customer) {
        administrator
                .with("If-Match", "*")
                .delete(API + "/customers/" + customer)
                .expect(200);
    }

    private void erase(String person) {
        administrator
                .with("If-Match", "*")
                .post(API + "/people/" + person + "/erase", Map.of("reason", "Asked for it in a letter"))
                .expect(200);
    }

    private String made(String path, Map<String, ?> request) {
        return administrator
                .post(API + path, request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private String accessLog() {
        Path log = server.data().resolve("logs/access.log");
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String address() {
        return "ada." + UUID.randomUUID() + "@example.org";
    }
}
