package io.switchboard.tracker.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.api.plugin.OutgoingHosts;
import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.tracker.IssueTracker;
import io.switchboard.api.tracker.TrackerAwayException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Reports defects as issues of a project. Before one is made it is looked for by its label. */
@Component(service = {IssueTracker.class, PluginHealth.class})
@Designate(ocd = JiraSettings.class)
@SwitchboardPlugin(socket = "IssueTracker")
@SwitchboardPlugin(socket = "PluginHealth")
@OutgoingHosts("{address}")
public final class JiraTracker implements IssueTracker, PluginHealth {
    private static final List<String> FIELDS = List.of("status", "resolution", "labels");
    private static final String SIGNATURE = "x-hub-signature";

    private final Jira jira;
    private final Issues issues;
    private final Health health;
    private final Clock clock;
    private final String base;
    private final String project;
    private final String type;
    private final String webhookSecret;

    /** Takes the settings. */
    @Activate
    public JiraTracker(JiraSettings settings, @Reference OutgoingHttp http, @Reference PluginContext context) {
        this(settings, http, context.clock());
    }

    JiraTracker(JiraSettings settings, OutgoingHttp http, Clock clock) {
        this.base = settings.address().strip().replaceAll("/+$", "");
        this.project = settings.project().strip().toUpperCase(Locale.ROOT);
        this.type = settings.type().strip();
        this.webhookSecret = settings.webhookSecret();
        this.clock = clock;
        this.issues = Issues.of(base, settings.declined());
        this.health = new Health(lacking(settings));
        this.jira = new Jira(http, settings, base, clock, health);
    }

    @Override
    public String id() {
        return "jira";
    }

    @Override
    public Report report(NewReport report) throws JiraFailure, TrackerAwayException {
        requireSettings();
        Optional<JsonNode> known = made(report.key());
        if (known.isPresent()) {
            return issues.report(known.get(), "");
        }
        Jira.Said said = jira.post("/issue", Issues.content(report, project, type));
        String key = said.json().path("key").asText("");
        if (said.status() != 201 || key.isEmpty()) {
            throw health.failed(
                    new JiraFailure("it made no issue, status " + said.status() + ", see to 'address' and 'project'"));
        }
        return find(key)
                .orElseThrow(() -> health.failed(new JiraFailure(
                        "it does not show the issue that it made, see to what the account may browse")));
    }

    /** Jira Cloud has one search and a Data Center the older one. */
    private Optional<JsonNode> made(String key) throws JiraFailure, TrackerAwayException {
        Map<String, Object> question = Map.of(
                "jql",
                "project = \"" + project + "\" AND labels = \"" + Issues.label(key) + "\"",
                "fields",
                FIELDS,
                "maxResults",
                50);
        Jira.Said said = jira.post("/search/jql", question);
        if (said.status() == 404) {
            said = jira.post("/search", question);
        }
        if (said.status() != 200) {
            throw health.failed(new JiraFailure("it has no search, status " + said.status() + ", see to 'address'"));
        }
        return Issues.withKey(said.json(), key);
    }

    /** What is gone and what the account may not browse look alike, so the project must show itself. */
    @Override
    public Optional<Report> find(String reference) throws JiraFailure, TrackerAwayException {
        requireSettings();
        IssueKey key = IssueKey.read(reference, base).orElse(null);
        if (key == null) {
            return Optional.empty();
        }
        Jira.Said said = jira.get("/issue/" + key.text() + "?fields=" + String.join(",", FIELDS));
        if (said.status() == 200) {
            return Optional.of(issues.report(said.json(), key.text()));
        }
        if (key.text().startsWith(project + "-")
                && jira.get("/project/" + project).status() != 200) {
            throw health.failed(new JiraFailure(
                    "it shows no project '" + project + "', see to 'project' and to what the account may browse"));
        }
        return Optional.empty();
    }

    @Override
    public void comment(String reference, String text) throws JiraFailure, TrackerAwayException {
        requireSettings();
        IssueKey key = IssueKey.read(reference, base).orElseThrow(() -> new JiraFailure("there is no such issue"));
        Jira.Said said = jira.post("/issue/" + key.text() + "/comment", Map.of("body", text));
        if (said.status() != 201) {
            throw health.failed(new JiraFailure("it takes no comment on an issue, status " + said.status()));
        }
    }

    @Override
    public Heard hear(Delivery delivery) {
        if (!Signature.isSecret(webhookSecret)) {
            return new Heard.Refused("Set 'webhookSecret', of at least 16 characters, here and in Jira");
        }
        if (!Signature.fits(delivery.headers().get(SIGNATURE), delivery.body(), webhookSecret)) {
            return new Heard.Refused("The header X-Hub-Signature does not fit the secret of the settings");
        }
        try {
            String key = Jira.json(delivery.body()).at("/issue/key").asText("");
            return new Heard.Changed(
                    IssueKey.read(key, base).map(known -> Set.of(known.text())).orElse(Set.of()));
        } catch (JiraFailure unreadable) {
            return new Heard.Refused("It is no JSON; do not exclude the body from the webhook");
        }
    }

    @Override
    public PluginHealth.State check() {
        return health.state(clock.instant());
    }

    private void requireSettings() throws JiraFailure {
        if (!isAddress(base) || !IssueKey.isProject(project)) {
            throw new JiraFailure("'address' and 'project' are not set");
        }
    }

    private @Nullable String lacking(JiraSettings settings) {
        if (!isAddress(base)) {
            return "Nothing is reported: set 'address' to where people reach Jira, such as https://example.atlassian.net.";
        }
        if (!IssueKey.isProject(project)) {
            return "Nothing is reported: set 'project' to the key of a project, such as APP.";
        }
        return settings.token().isBlank() ? "Nothing is reported: set 'token', for Jira Cloud also 'user'." : null;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web
                    && address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
