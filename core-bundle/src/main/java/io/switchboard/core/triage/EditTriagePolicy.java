package io.switchboard.core.triage;

import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.CatalogKind;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.TeamStore;
import io.switchboard.core.triage.StoredTriagePolicy.Content;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has administrators decide what triage goes by (AS1 to AS4). */
@Component(service = EditTriagePolicy.class)
public final class EditTriagePolicy {
    private static final int MOST = 500;
    private static final int MOST_SKILLS = 20;
    private static final Pattern SKILL = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");

    private final StoredTriagePolicy policy;
    private final Transactions transactions;
    private final TeamStore teams;
    private final Catalog catalog;

    /** Makes the use cases. */
    @Activate
    public EditTriagePolicy(
            @Reference StoredTriagePolicy policy,
            @Reference Transactions transactions,
            @Reference TeamStore teams,
            @Reference Catalog catalog) {
        this.policy = policy;
        this.transactions = transactions;
        this.teams = teams;
        this.catalog = catalog;
    }

    /** Returns the policy. */
    public Versioned<Content> get(Caller caller) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        return policy.stored();
    }

    /**
     * Replaces the policy that is still as the caller saw it. It holds for what is triaged or assigned from then on, on other
     * nodes two seconds later. What it names must be there, unless it was named before.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code right-missing}, {@code stale-version}, or {@code
     *     invalid-field} that names what is wrong
     */
    public Versioned<Content> replace(Caller caller, Content wanted, Precondition precondition) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        check(wanted);
        Versioned<Content> replaced = transactions.write(() -> {
            Content before = policy.stored().content();
            Limits limits = new Limits();
            requireDefault(limits, wanted.defaultTeam());
            requireTeams(limits, "manualTeams", wanted.manualTeams(), before.manualTeams());
            requireFiled(limits, wanted.skills().keySet(), before.skills().keySet());
            limits.check();
            return policy.replace(caller, wanted, precondition);
        });
        policy.changed();
        return replaced;
    }

    private static void check(Content wanted) {
        Limits limits = new Limits();
        if (!(wanted.threshold() >= 0 && wanted.threshold() <= 1)) {
            limits.wrong("threshold", "must be a number from 0 to 1");
        }
        few(limits, "manualTeams", wanted.manualTeams());
        few(limits, "skills", wanted.skills().keySet());
        wanted.skills().forEach((entry, skills) -> skills(limits, "skills." + entry, skills));
        limits.check();
    }

    private static void few(Limits limits, String field, Collection<String> entries) {
        if (entries.size() > MOST) {
            limits.wrong(field, "must have at most " + MOST + " entries").check();
        }
    }

    private static void skills(Limits limits, String field, List<String> skills) {
        if (skills.size() > MOST_SKILLS
                || !skills.stream().allMatch(skill -> SKILL.matcher(skill).matches())) {
            limits.wrong(
                    field, "must be at most " + MOST_SKILLS + " ids of skills: lower-case letters, digits, _ and -");
        }
    }

    /** The team is locked, so that nobody removes it before the policy says that it is needed. */
    private void requireDefault(Limits limits, @Nullable String team) {
        if (team != null && !isTeam(team)) {
            limits.wrong("defaultTeam", "must be the id of a team");
        } else if (team != null && !teams.lock(id(team))) {
            limits.wrong("defaultTeam", "must be a team of this desk");
        }
    }

    private void requireTeams(Limits limits, String field, Collection<String> wanted, Collection<String> before) {
        Set<String> added = new HashSet<>(wanted);
        added.removeAll(before);
        boolean all = added.stream().allMatch(EditTriagePolicy::isTeam)
                && (added.isEmpty()
                        || teams.count(added.stream().map(EditTriagePolicy::id).toList()) == added.size());
        if (!all) {
            limits.wrong(field, "must name teams of this desk by their ids");
        }
    }

    private void requireFiled(Limits limits, Set<String> wanted, Set<String> before) {
        wanted.stream()
                .filter(entry -> !before.contains(entry))
                .filter(entry -> !catalog.has(CatalogKind.CATEGORY, entry) && !catalog.has(CatalogKind.PRODUCT, entry))
                .forEach(entry ->
                        limits.wrong("skills", "must be named by categories and products; there is no " + entry));
    }

    private static TeamId id(String team) {
        return new TeamId(UUID.fromString(team));
    }

    /** Only the usual way to write an id counts: the policy compares them as texts. */
    private static boolean isTeam(String team) {
        try {
            return id(team).toString().equals(team);
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }
}
