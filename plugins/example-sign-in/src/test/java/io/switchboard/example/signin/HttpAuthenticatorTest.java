package io.switchboard.example.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.people.Authenticator.Identity;
import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.testkit.AuthenticatorContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.fake.ScriptedHttp;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HttpAuthenticatorTest implements AuthenticatorContract, PluginHealthContract {
    private static final String ADDRESS = "https://intranet.example.org/me";

    /** The other system: it knows one account. */
    private static OutgoingHttp intranet() {
        String expected = "Basic " + encoded("ada:correct horse");
        return request -> expected.equals(request.headers().get("Authorization"))
                ? answer(200, "{\"id\":\"u-1\",\"name\":\"Ada\",\"email\":\"ada@example.org\"}")
                : answer(401, "");
    }

    private static OutgoingHttp.Answer answer(int status, String body) {
        return new OutgoingHttp.Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpAuthenticator testee() {
        return new HttpAuthenticator(ADDRESS, "intranet", intranet());
    }

    @Override
    public String knownLogin() {
        return "ada";
    }

    @Override
    public String secret() {
        return "correct horse";
    }

    @Test
    void whoIsKnownThereHasTheirNameAndAddress() {
        assertThat(testee().authenticate("ada", "correct horse".toCharArray()))
                .contains(new Identity("u-1", "Ada", "ada@example.org", Set.of()));
    }

    @Test
    void aNameWithAColonIsNotSent() {
        ScriptedHttp http = new ScriptedHttp();
        HttpAuthenticator asking = new HttpAuthenticator(ADDRESS, "intranet", http);

        assertThat(asking.authenticate("ada:correct", " horse".toCharArray())).isEmpty();
        assertThat(http.requests()).isEmpty();
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        ScriptedHttp http = new ScriptedHttp();

        for (String none : List.of(" ", "no address")) {
            HttpAuthenticator unset = new HttpAuthenticator(none, "intranet", http);
            assertThat(unset.authenticate("ada", "x".toCharArray())).isEmpty();
            assertThat(unset.check().grade()).isEqualTo(Grade.YELLOW);
        }
        assertThat(http.requests()).isEmpty();
    }

    @Test
    void anAnswerThatSaysNothingIsAFailureAndVouchesForNobody() {
        ScriptedHttp http = new ScriptedHttp()
                .answer(500, "")
                .answer(200, "{\"name\":\"Ada\"}")
                .answer(200, "<html>")
                .noAnswer("connection refused");
        HttpAuthenticator asking = new HttpAuthenticator(ADDRESS, "intranet", http);

        for (int time = 0; time < 4; time++) {
            assertThatThrownBy(() -> asking.authenticate("ada", "correct horse".toCharArray()))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }
}
