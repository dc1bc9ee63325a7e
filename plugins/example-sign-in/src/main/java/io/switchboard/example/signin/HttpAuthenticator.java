package io.switchboard.example.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.api.people.Authenticator;
import io.switchboard.api.plugin.OutgoingHosts;
import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.api.plugin.OutgoingHttp.Answer;
import io.switchboard.api.plugin.OutgoingHttp.Request;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the other system with what somebody typed. It keeps neither the secret nor the answer. */
@Component(service = {Authenticator.class, PluginHealth.class})
@Designate(ocd = SignInSettings.class)
@OutgoingHosts("{address}")
@SwitchboardPlugin(socket = "Authenticator")
@SwitchboardPlugin(socket = "PluginHealth")
public final class HttpAuthenticator implements Authenticator, PluginHealth {
    private static final Logger LOG = LoggerFactory.getLogger(HttpAuthenticator.class);
    /** The desk waits five seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private static final int LARGEST = 64 << 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutgoingHttp http;
    private final @Nullable URI address;
    private final String issuer;

    /** Takes the settings. */
    @Activate
    public HttpAuthenticator(SignInSettings settings, @Reference OutgoingHttp http) {
        this(settings.address(), settings.issuer(), http);
    }

    HttpAuthenticator(String address, String issuer, OutgoingHttp http) {
        this.http = http;
        this.address = address(address.strip());
        this.issuer = issuer;
    }

    private static @Nullable URI address(String text) {
        try {
            return text.isEmpty() ? null : URI.create(text);
        } catch (IllegalArgumentException none) {
            LOG.debug("The setting 'address' is none", none);
            return null;
        }
    }

    @Override
    public State check() {
        return address == null
                ? new State(Grade.YELLOW, "Nobody is asked who people are: set 'address' to that of the other system.")
                : State.WELL;
    }

    @Override
    public String issuer() {
        return issuer;
    }

    @Override
    public Optional<Identity> authenticate(String login, char[] secret) {
        // Basic authentication ends the name at the first colon, so that this would be somebody else's.
        if (address == null || login.isBlank() || login.indexOf(':') >= 0 || secret.length == 0) {
            return Optional.empty();
        }
        try {
            return identity(http.send(request(address, basic(login, secret))));
        } catch (IOException away) {
            throw new UncheckedIOException("The other system does not answer", away);
        }
    }

    @SuppressWarnings("NullAway") // the checker takes "byte @Nullable []" for an array that must be there
    private static Request request(URI address, String credentials) {
        return new Request("GET", address, Map.of("Authorization", credentials), null, TIMEOUT, LARGEST);
    }

    private static String basic(String login, char[] secret) {
        byte[] both = (login + ":" + new String(secret)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static Optional<Identity> identity(Answer answer) throws IOException {
        return switch (answer.status()) {
            case 200 -> Optional.of(read(JSON.readTree(answer.body())));
            case 401, 403, 404 -> Optional.empty();
            default -> throw new IOException("it answers with status " + answer.status());
        };
    }

    private static Identity read(JsonNode account) throws IOException {
        String subject = account.path("id").asText();
        String name = account.path("name").asText();
        if (subject.isBlank() || name.isBlank()) {
            throw new IOException("its answer has no id or no name");
        }
        String email = account.path("email").asText();
        return new Identity(subject, name, email.isBlank() ? null : email, Set.of());
    }
}
