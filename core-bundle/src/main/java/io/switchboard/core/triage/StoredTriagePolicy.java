package io.switchboard.core.triage;

import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Classification;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.people.directory.TeamUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What administrators decided, kept as a setting that is read anew every two seconds, on every node. */
@Component(service = {TriagePolicy.class, StoredTriagePolicy.class, TeamUse.class})
public final class StoredTriagePolicy implements TriagePolicy, TeamUse {
    private static final String SETTING = "triage";
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final DeskSettings settings;
    private final TeamTree teams;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Snapshot latest;

    /** What was read, with how many changes had been made here before it was read. */
    private record Snapshot(Content content, long readAt, long changes) {}

    /**
     * The setting's content.
     *
     * @param defaultTeam the id of the team that gets what nobody else claims, or null
     * @param manualTeams the ids of the teams whose tickets, and those of the teams below, are assigned by hand
     * @param threshold from which confidence on a suggestion is taken
     * @param skills which skills a category or product asks for, by its id
     */
    public record Content(
            @Nullable String defaultTeam,
            List<String> manualTeams,
            double threshold,
            Map<String, List<String>> skills) {
        /** The content of a new desk. */
        public static final Content DEFAULT = new Content(null, List.of(), 0.6, Map.of());

        /** Keeps copies. */
        public Content {
            manualTeams = List.copyOf(manualTeams);
            skills = Map.copyOf(skills);
        }

        /** Returns the same with another team that gets what nobody else claims. */
        Content withDefaultTeam(TeamId team) {
            return new Content(team.toString(), manualTeams, threshold, skills);
        }
    }

    /** Makes it. */
    @Activate
    public StoredTriagePolicy(@Reference DeskSettings settings, @Reference TeamTree teams) {
        this.settings = settings;
        this.teams = teams;
    }

    /** Returns the content as stored at most two seconds ago, and not before it was last replaced here. */
    private Content content() {
        Snapshot known = latest;
        long seen = changes.get();
        if (known == null || known.changes() != seen || System.nanoTime() - known.readAt() >= FRESH.toNanos()) {
            known = new Snapshot(stored().content(), System.nanoTime(), seen);
            latest = known;
        }
        return known.content();
    }

    /** Returns the content as it is stored at this moment. */
    Versioned<Content> stored() {
        return settings.read(SETTING, Content.class, Content.DEFAULT);
    }

    /**
     * Replaces the content that is still as the caller saw it; what it names was checked.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code right-missing} or {@code stale-version}
     */
    Versioned<Content> replace(Caller caller, Content wanted, Precondition precondition) {
        return settings.replace(caller, SETTING, Content.class, Content.DEFAULT, wanted, precondition);
    }

    /** Takes note that the content was replaced, so that it holds here at once. */
    void changed() {
        changes.incrementAndGet();
    }

    @Override
    public @Nullable TeamId defaultTeam() {
        String id = content().defaultTeam();
        return id == null ? null : new TeamId(UUID.fromString(id));
    }

    @Override
    public boolean needs(TeamId team) {
        return team.toString().equals(stored().content().defaultTeam());
    }

    @Override
    public boolean assignsAutomatically(@Nullable TeamId team) {
        List<String> manual = content().manualTeams();
        return manual.isEmpty() || teams.above(team).stream().noneMatch(above -> manual.contains(above.toString()));
    }

    @Override
    public double threshold() {
        return content().threshold();
    }

    @Override
    public List<String> requiredSkills(Classification classification) {
        Map<String, List<String>> skills = content().skills();
        List<String> required = new ArrayList<>();
        String category = classification.category();
        if (category != null) {
            required.addAll(skills.getOrDefault(category, List.of()));
        }
        String product = classification.product();
        if (product != null) {
            required.addAll(skills.getOrDefault(product, List.of()));
        }
        return required.stream().distinct().toList();
    }
}
