package io.switchboard.escalate.stalled;

import io.switchboard.api.escalation.EscalationQuestion;
import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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

/**
 * Has a ticket that does not move go up to management, each step one team higher, and an urgent one at once (ES2). It stands
 * still while the desk has the next move and nobody of it does anything; while it waits for somebody outside, or sleeps, its
 * time does not run. Whoever moves it has all steps begin anew.
 */
@Component(service = {EscalationRule.class, PluginHealth.class})
@Designate(ocd = StalledSettings.class)
@SwitchboardPlugin(socket = "EscalationRule")
@SwitchboardPlugin(socket = "PluginHealth")
public final class StalledTickets implements EscalationRule, PluginHealth {
    private static final Steps OFF = new Steps(List.of());

    private final Directory directory;
    private final Steps steps;
    private final Steps urgentSteps;
    private final Set<Priority> urgent = EnumSet.noneOf(Priority.class);
    private final boolean urgentAtOnce;
    private final Map<String, Steps> teams = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    /** Takes the settings. */
    @Activate
    public StalledTickets(StalledSettings settings, @Reference Directory directory) {
        this.directory = directory;
        steps = steps(settings.steps());
        urgentSteps = steps(settings.urgentSteps());
        urgentAtOnce = settings.urgentAtOnce();
        for (String priority : settings.urgent()) {
            readPriority(priority.strip());
        }
        for (String line : settings.teams()) {
            readTeam(line.strip());
        }
    }

    private Steps steps(String text) {
        return Steps.read(text).orElseGet(() -> {
            unreadable.add(text);
            return OFF;
        });
    }

    /** An empty line is no mistake: forms send them. */
    private void readPriority(String text) {
        if (!text.isEmpty()) {
            List.of(Priority.values()).stream()
                    .filter(priority -> priority.id().equalsIgnoreCase(text))
                    .findFirst()
                    .ifPresentOrElse(urgent::add, () -> unreadable.add(text));
        }
    }

    private void readTeam(String line) {
        int equals = line.lastIndexOf('=');
        Optional<Steps> own = equals < 1 ? Optional.empty() : Steps.read(line.substring(equals + 1));
        if (own.isPresent()) {
            teams.put(key(line.substring(0, equals)), own.get());
        } else if (!line.isEmpty()) {
            unreadable.add(line);
        }
    }

    @Override
    public Optional<Escalation> judge(EscalationQuestion question) {
        Ticket ticket = question.ticket();
        List<Team> above = above(ticket);
        boolean pressing = urgent.contains(ticket.classification().priority());
        Steps own = own(above).orElse(pressing ? urgentSteps : steps);
        boolean stands = stands(ticket.progress(), question.now());
        int due = stands ? own.due(question.workedAt(), question.now()) : 0;
        Instant next = stands ? own.next(due, question.workedAt()).orElse(null) : null;
        if (due > 0) {
            return Optional.of(stalled(question, above, due, own, next));
        }
        if (pressing && urgentAtOnce && !own.equals(OFF)) {
            return Optional.of(escalation("urgent", Reason.AUTHORITY, "It is urgent", boss(above, 1), true, next));
        }
        return next == null
                ? Optional.empty()
                : Optional.of(escalation("later", Reason.SERVICE_LEVEL, "It may stand still", null, false, next));
    }

    private static Escalation stalled(
            EscalationQuestion question, List<Team> above, int due, Steps own, @Nullable Instant next) {
        return escalation(
                "stalled-" + due + "-" + question.workedAt().getEpochSecond(),
                Reason.SERVICE_LEVEL,
                "Nobody has done anything for " + own.after().get(due - 1).toHours() + " hours, step " + due + " of "
                        + own.after().size(),
                boss(above, due),
                true,
                next);
    }

    private static Escalation escalation(
            String key, Reason reason, String explanation, @Nullable TeamId to, boolean due, @Nullable Instant next) {
        return new Escalation(key, Way.HIERARCHICAL, reason, explanation, to, due, next);
    }

    private static boolean stands(Progress progress, Instant now) {
        Instant until = progress.postponedUntil();
        boolean awake = until == null || !until.isAfter(now);
        return awake && (progress.nextMove() == NextMove.AGENT || progress.nextMove() == NextMove.SYSTEM);
    }

    /** The ticket's team, and those above it. */
    private List<Team> above(Ticket ticket) {
        Ticket.TeamReference team = ticket.team();
        return team == null ? List.of() : directory.upwards(team.id());
    }

    private Optional<Steps> own(List<Team> above) {
        return above.stream()
                .map(team ->
                        teams.getOrDefault(key(team.name()), teams.get(team.id().toString())))
                .filter(found -> found != null)
                .findFirst();
    }

    /** The team of a step; the highest one is told again by the steps for which there is none. */
    private static @Nullable TeamId boss(List<Team> above, int step) {
        List<Team> bosses = above.stream().skip(1).filter(Team::escalation).toList();
        return bosses.isEmpty()
                ? null
                : bosses.get(Math.min(step, bosses.size()) - 1).id();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public State check() {
        return unreadable.isEmpty()
                ? State.WELL
                : new State(
                        Grade.YELLOW,
                        "The settings have something that cannot be read and counts for nothing: '"
                                + unreadable.get(0).replaceAll("\\p{Cntrl}", " ")
                                + "'. Write steps as '8, 24', lines as 'Payments = 4, 12', priorities as 'P1'");
    }
}
