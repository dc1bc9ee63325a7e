package io.switchboard.directory.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.api.people.CustomerDirectory;
import io.switchboard.api.plugin.OutgoingHosts;
import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Knows customers from a CRM that answers JSON over HTTP, asked through the desk's guarded client. It keeps no answers: how often
 * somebody is asked about is the desk's decision.
 */
@Component(service = {CustomerDirectory.class, PluginHealth.class})
@Designate(ocd = HttpSettings.class)
@SwitchboardPlugin(socket = "CustomerDirectory")
@SwitchboardPlugin(socket = "PluginHealth")
@OutgoingHosts("{address}")
public final class HttpDirectory implements CustomerDirectory, PluginHealth {
    private final Mapping mapping;
    private final Crm crm;
    private final Health health;
    private final boolean asks;
    private final String edition;

    /** Takes the settings. */
    @Activate
    public HttpDirectory(HttpSettings settings, @Reference OutgoingHttp http, @Reference PluginContext context) {
        this(settings, http, context.clock());
    }

    HttpDirectory(HttpSettings settings, OutgoingHttp http, Clock clock) {
        List<String> wrong = new ArrayList<>();
        this.mapping = Mapping.of(settings, wrong);
        this.crm = Crm.of(http, settings, clock);
        this.asks = isAddress(crm.address());
        if (!asks) {
            wrong.add("Nothing is asked: set 'address' to an http or https address with " + Crm.EMAIL + " in it.");
        }
        this.health = new Health(wrong, clock);
        this.edition = Integer.toHexString((crm.address() + mapping).hashCode());
    }

    @Override
    public Optional<DirectoryEntry> byEmail(String email) {
        if (!asks || !EmailKey.isOne(email)) {
            return Optional.empty();
        }
        Instant quiet = health.quiet();
        if (quiet != null) {
            throw new IllegalStateException("The CRM wants to be left alone until " + quiet);
        }
        Optional<JsonNode> answer = ask(email);
        return answer.isEmpty() ? Optional.empty() : entry(answer.get(), email);
    }

    /** What the CRM knows may change at any time; what changes here is how it is asked. */
    @Override
    public String edition() {
        return edition;
    }

    @Override
    public State check() {
        return health.state();
    }

    private Optional<JsonNode> ask(String email) {
        try {
            Optional<JsonNode> answer = crm.ask(email);
            health.answered();
            return answer;
        } catch (NoAnswer none) {
            health.silent(none);
            throw new IllegalStateException("The CRM was asked in vain: " + none.why(), none);
        }
    }

    private Optional<DirectoryEntry> entry(JsonNode answer, String email) {
        try {
            JsonNode found = answer.at(mapping.customer());
            if (found.isMissingNode() || found.isNull() || (found.isContainerNode() && found.isEmpty())) {
                return Optional.empty();
            }
            if (!found.isObject()) {
                String one = mapping.customer() + "/0";
                throw new NoAnswer("'customer' leads to a list or a value, not to an object; try " + one);
            }
            Person person = new Person(found, mapping);
            if (!person.isAbout(email)) {
                return Optional.empty();
            }
            DirectoryEntry entry = person.entry();
            person.unread().forEach(health::unread);
            return Optional.of(entry);
        } catch (NoAnswer unreadable) {
            health.unread(unreadable.why());
            throw new IllegalStateException("The CRM's answer cannot be read: " + unreadable.why(), unreadable);
        }
    }

    private static boolean isAddress(String address) {
        try {
            URI example = URI.create(address.replace(Crm.EMAIL, "a%40b.example"));
            boolean web = "https".equals(example.getScheme()) || "http".equals(example.getScheme());
            String fragment = example.getRawFragment();
            return web && example.getHost() != null && fragment == null && address.contains(Crm.EMAIL);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
