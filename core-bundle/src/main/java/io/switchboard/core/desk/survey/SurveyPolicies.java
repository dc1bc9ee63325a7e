package io.switchboard.core.desk.survey;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.desk.survey.SurveyPolicy.Rule;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamRow;
import io.switchboard.core.store.people.TeamStore;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the {@link SurveyPolicy}, and knows which of its rules holds in which queue. */
@Component(service = SurveyPolicies.class)
public final class SurveyPolicies {
    private static final String SETTING = "survey.policy";
    private static final int MOST_TEAMS = 1_000;

    private final Transactions transactions;
    private final DeskSettings settings;
    private final TeamStore teams;
    private final PersonStore persons;

    /** Makes it. */
    @Activate
    public SurveyPolicies(
            @Reference Transactions transactions,
            @Reference DeskSettings settings,
            @Reference TeamStore teams,
            @Reference PersonStore persons) {
        this.transactions = transactions;
        this.settings = settings;
        this.teams = teams;
        this.persons = persons;
    }

    /** Returns the policy; those of the desk may read it. */
    public Versioned<SurveyPolicy> get(Caller caller) {
        AccessPolicy.require(caller, Right.TICKET_NOTE);
        return read();
    }

    /**
     * Replaces the policy that is still as the caller saw it. It holds at once, for invitations that are out too.
     *
     * @throws SwitchboardException with {@code invalid-field} that names what is wrong, or {@code stale-version}
     */
    public Versioned<SurveyPolicy> replace(Caller caller, SurveyPolicy wanted, Precondition precondition) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        check(wanted);
        return settings.replace(caller, SETTING, SurveyPolicy.class, SurveyPolicy.STANDARD, wanted, precondition);
    }

    SurveyPolicy current() {
        return read().content();
    }

    /** Returns the rule of a ticket's queue: its team's, else that of the nearest team above that has one, else the desk's. */
    Rule of(Ticket ticket) {
        SurveyPolicy policy = current();
        Ticket.@Nullable TeamReference team = ticket.team();
        @Nullable TeamId next = team == null || policy.teams().isEmpty() ? null : team.id();
        Set<TeamId> seen = new HashSet<>();
        // A team that comes again would lead in a circle.
        while (next != null && seen.add(next)) {
            Rule own = policy.teams().get(next.toString());
            if (own != null) {
                return own;
            }
            TeamId current = next;
            next = transactions
                    .read(() -> teams.find(current))
                    .map(TeamRow::parent)
                    .orElse(null);
        }
        return policy.desk();
    }

    private Versioned<SurveyPolicy> read() {
        return settings.read(SETTING, SurveyPolicy.class, SurveyPolicy.STANDARD);
    }

    private void check(SurveyPolicy wanted) {
        Limits limits = new Limits();
        days(limits, "answerableDays", wanted.answerableDays(), 1, 365);
        days(limits, "correctableDays", wanted.correctableDays(), 0, 365);
        days(limits, "askAgainDays", wanted.askAgainDays(), 0, 3_650);
        if (wanted.teams().size() > MOST_TEAMS) {
            limits.wrong("teams", "must have at most " + MOST_TEAMS + " entries");
        }
        limits.check();
        transactions.read(() -> {
            lead(limits, "desk.lead", wanted.desk());
            wanted.teams().forEach((team, rule) -> {
                if (!there(team)) {
                    limits.wrong("teams." + team, "must be the id of a team");
                }
                lead(limits, "teams." + team + ".lead", rule);
            });
            return true;
        });
        limits.check();
    }

    private static void days(Limits limits, String field, int days, int least, int most) {
        if (days < least || days > most) {
            limits.wrong(field, "must be a whole number from " + least + " to " + most);
        }
    }

    private boolean there(String team) {
        try {
            TeamId id = new TeamId(UUID.fromString(team));
            return id.toString().equals(team) && teams.find(id).isPresent();
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private void lead(Limits limits, String field, Rule rule) {
        String lead = rule.lead();
        if (lead != null && !agent(lead)) {
            limits.wrong(field, "must be the id of an active agent");
        }
    }

    private boolean agent(String lead) {
        try {
            PersonId id = new PersonId(UUID.fromString(lead));
            return persons.find(id)
                            .filter(person -> person.active() && !person.erased())
                            .isPresent()
                    && (persons.isStaff(id) || persons.isAgent(id));
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }
}
