package io.switchboard.tracker.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.api.plugin.OutgoingHosts;
import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.tracker.IssueTracker;
import io.switchboard.api.tracker.TrackerAwayException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Reports defects as issues of a repository. Before one is made it is looked for by its key, first among the latest hundred, since
 * the search of GitHub learns of an issue some time after it was made.
 */
@Component(service = {IssueTracker.class, PluginHealth.class})
@Designate(ocd = GithubSettings.class)
@SwitchboardPlugin(socket = "IssueTracker")
@SwitchboardPlugin(socket = "PluginHealth")
@OutgoingHosts("{address}")
public final class GithubTracker implements IssueTracker, PluginHealth {
    private static final String LATEST = "/issues?state=all&sort=created&direction=desc&per_page=100";

    private final Github github;
    private final Health health;
    private final Clock clock;
    private final String repository;
    private final String host;
    private final String[] labels;
    private final String webhookSecret;

    /** Takes the settings. */
    @Activate
    public GithubTracker(GithubSettings settings, @Reference OutgoingHttp http, @Reference PluginContext context) {
        this(settings, http, context.clock());
    }

    GithubTracker(GithubSettings settings, OutgoingHttp http, Clock clock) {
        this.repository = settings.repository().strip().toLowerCase(Locale.ROOT);
        this.labels = settings.labels();
        this.webhookSecret = settings.webhookSecret();
        this.clock = clock;
        this.host = webHost(settings.address().strip());
        this.health = new Health(lacking(settings, repository, host));
        this.github = new Github(http, settings, clock, health);
    }

    @Override
    public String id() {
        return "github";
    }

    @Override
    public Report report(NewReport report) throws GithubFailure, TrackerAwayException {
        requireSettings();
        Optional<JsonNode> known = made(report.key());
        JsonNode issue = known.isPresent()
                ? known.get()
                : github.post("/repos/" + repository + "/issues", Issues.content(report, labels));
        return Issues.made(issue, repository);
    }

    private Optional<JsonNode> made(String key) throws GithubFailure, TrackerAwayException {
        Github.Said latest = github.get("/repos/" + repository + LATEST);
        requireRepository(latest);
        Optional<JsonNode> found = Issues.withKey(latest.json(), key);
        if (found.isPresent() || latest.json().size() < 100) {
            return found;
        }
        String question = "\"" + key + "\" in:body is:issue repo:" + repository;
        Github.Said searched =
                github.get("/search/issues?per_page=100&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        return Issues.withKey(searched.json().path("items"), key);
    }

    /** What cannot be told apart is: an issue that is gone, and a repository that the token does not show. */
    @Override
    public Optional<Report> find(String reference) throws GithubFailure, TrackerAwayException {
        requireSettings();
        IssueName wanted = IssueName.read(reference, repository, host).orElse(null);
        if (wanted == null) {
            return Optional.empty();
        }
        Github.Said said = github.get(wanted.path());
        if (said.status() == 404 && wanted.repository().equals(repository)) {
            requireRepository(github.get("/repos/" + repository));
        }
        return said.status() != 200 || said.json().has("pull_request")
                ? Optional.empty()
                : Optional.of(Issues.report(said.json(), wanted));
    }

    @Override
    public void comment(String reference, String text) throws GithubFailure, TrackerAwayException {
        requireSettings();
        IssueName wanted = IssueName.read(reference, repository, host)
                .orElseThrow(() -> new GithubFailure("there is no such issue"));
        github.post(wanted.path() + "/comments", Map.of("body", text));
    }

    @Override
    public Heard hear(Delivery delivery) {
        if (!Signature.isSecret(webhookSecret)) {
            return new Heard.Refused("Set 'webhookSecret', of at least 16 characters, here and at GitHub");
        }
        if (!Signature.fits(delivery.headers().get("x-hub-signature-256"), delivery.body(), webhookSecret)) {
            return new Heard.Refused("The header X-Hub-Signature-256 does not fit the secret of the settings");
        }
        if (!"issues".equals(delivery.headers().get("x-github-event"))) {
            return new Heard.Changed(Set.of());
        }
        return changed(delivery.body());
    }

    private Heard changed(byte[] body) {
        try {
            JsonNode told = Github.json(body);
            String changed = told.at("/repository/full_name").asText("") + "#"
                    + told.at("/issue/number").asText("");
            return new Heard.Changed(IssueName.read(changed, repository, host)
                    .map(reference -> Set.of(reference.toString()))
                    .orElse(Set.of()));
        } catch (GithubFailure unreadable) {
            return new Heard.Refused("Choose application/json as the content type of the webhook");
        }
    }

    @Override
    public PluginHealth.State check() {
        return health.state(clock.instant());
    }

    private void requireSettings() throws GithubFailure {
        if (!IssueName.isRepository(repository)) {
            throw new GithubFailure("'repository' is not set");
        }
    }

    private void requireRepository(Github.Said said) throws GithubFailure {
        if (said.status() != 200) {
            throw health.failed(
                    new GithubFailure("it shows no repository '" + repository + "', see to 'repository' and 'token'"));
        }
    }

    private static @Nullable String lacking(GithubSettings settings, String repository, String host) {
        if (!IssueName.isRepository(repository)) {
            return "Nothing is reported: set 'repository' to owner and name, such as octo/app.";
        }
        if (settings.token().isBlank()) {
            return "Nothing is reported: set 'token' to one that may read and write issues of " + repository + ".";
        }
        return host.isEmpty() ? "Nothing is reported: 'address' is no http or https address." : null;
    }

    /** People read issues where the API is, but for github.com, whose API has a host of its own. */
    private static String webHost(String address) {
        try {
            URI api = URI.create(address);
            boolean web = "https".equals(api.getScheme()) || "http".equals(api.getScheme());
            String host = web && api.getHost() != null ? api.getHost() : "";
            return host.startsWith("api.") ? host.substring("api.".length()) : host;
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
