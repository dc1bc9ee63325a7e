package io.switchboard.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.SwitchboardServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in from a browser that still has the cookie of an earlier session. */
@SwitchboardServer
class SignInIT {
    private static final Map<String, String> ADMINISTRATOR =
            Map.of("email", ServerSetup.ADMIN_EMAIL, "password", ServerSetup.ADMIN_PASSWORD);

    @Test
    void whoeverHasTheCookieOfADeadSessionCanSignInAgain(RunningServer server) {
        Http browser = server.http().with("Cookie", "switchboard-session=long-gone");

        browser.post("/api/v1/session", ADMINISTRATOR).expect(200);
    }

    @Test
    void theCookieOfADeadSessionOpensNothing(RunningServer server) {
        Http browser = server.http().with("Cookie", "switchboard-session=long-gone");

        browser.get("/api/v1/session").expect(401);
        browser.get("/api/v1/tickets").expect(401);
    }

    @Test
    void signingInOverALivingSessionNeedsNoTokenOfThatSession(RunningServer server) {
        Response first = server.http().post("/api/v1/session", ADMINISTRATOR).expect(200);
        String cookie = first.header("Set-Cookie").orElseThrow().split(";")[0];

        Response second = server.http()
                .with("Cookie", cookie)
                .post("/api/v1/session", ADMINISTRATOR)
                .expect(200);

        assertThat(second.header("Set-Cookie").orElseThrow()).doesNotContain(cookie);
    }

    /** Java's own folding to small letters takes minutes for as many of these, each of which becomes two. */
    @Test
    void halfAMillionLettersThatGrowWhenFoldedAreRefusedLikeAnythingTooLong(RunningServer server) {
        String letters = "\u0130".repeat(400_000);
        Http anybody = server.http();

        assertThat(anybody.post("/api/v1/session", Map.of("email", letters, "password", letters))
                        .status())
                .isBetween(400, 499);
        assertThat(anybody.post(
                                "/api/v1/x/intake-portal/tickets",
                                Map.of("name", "A", "email", letters, "subject", "B", "description", "C"))
                        .status())
                .isBetween(400, 499);
    }
}
