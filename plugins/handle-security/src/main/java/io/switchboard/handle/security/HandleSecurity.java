package io.switchboard.handle.security;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.JudgesMessages;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Recognises security incidents by category and keywords, and secrets in what the customer wrote, and asks that they be
 * confidential to one team (SP2). Its reasons name the kind of secret and never the secret.
 */
@Component(service = {SpecialHandling.class, PluginHealth.class})
@JudgesMessages
@Designate(ocd = SecuritySettings.class)
@SwitchboardPlugin(socket = "SpecialHandling")
@SwitchboardPlugin(socket = "PluginHealth")
public final class HandleSecurity implements SpecialHandling, PluginHealth {
    private static final int PRECEDENCE = 100;

    private final Directory directory;
    private final String team;
    private final List<String> categories;
    private final Phrases keywords;
    private final List<SecretKind> secrets;
    private final @Nullable Priority lowestPriority;
    private final boolean hidesWithoutTeam;
    private volatile boolean teamMissed;

    /** Takes the settings. */
    @Activate
    public HandleSecurity(@Reference Directory directory, SecuritySettings settings) {
        this.directory = directory;
        this.team = settings.team().strip();
        this.hidesWithoutTeam = !settings.withoutTeam().equals("mark");
        this.categories = Arrays.stream(settings.categories())
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .toList();
        this.keywords = new Phrases(List.of(settings.keywords()));
        this.secrets = Arrays.stream(settings.secrets())
                .flatMap(kind -> SecretKind.of(kind).stream())
                .toList();
        this.lowestPriority = Arrays.stream(Priority.values())
                .filter(priority -> priority.id().equals(settings.lowestPriority()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String mark() {
        return "security";
    }

    @Override
    public int precedence() {
        return PRECEDENCE;
    }

    @Override
    public Optional<HandlingAdvice> judge(HandlingQuestion question) {
        return reason(question).map(this::advice);
    }

    /** The category does not count here: whoever lifted the confidentiality knew of it, and not of the message. */
    @Override
    public Optional<HandlingAdvice> judgeMessage(Ticket ticket, NewMessage message) {
        return reason(Set.of(Told.text(message.body(), message.format()))).map(this::advice);
    }

    private HandlingAdvice advice(String reason) {
        TeamId keeper = team();
        if (keeper != null) {
            return new HandlingAdvice(reason, true, keeper, false, lowestPriority, null);
        }
        String why = reason + "; there is no team '" + shortened(team) + "', which the settings name";
        return new HandlingAdvice(why, hidesWithoutTeam, null, false, lowestPriority, null);
    }

    private Optional<String> reason(HandlingQuestion question) {
        String category = question.ticket().classification().category();
        if (category != null && categories.stream().anyMatch(ours -> within(category, ours))) {
            return Optional.of("Its category is about security");
        }
        return reason(Told.by(question));
    }

    private Optional<String> reason(Set<String> told) {
        for (SecretKind kind : secrets) {
            if (told.stream().anyMatch(kind::in)) {
                return Optional.of("The text holds what looks like " + kind.title());
            }
        }
        return told.stream()
                .flatMap(text -> keywords.firstIn(text).stream())
                .findFirst()
                .map(phrase -> "The text tells of an incident: " + shortened(phrase));
    }

    private static boolean within(String category, String ours) {
        return category.equals(ours) || category.startsWith(ours + "/");
    }

    private static String shortened(String phrase) {
        return phrase.length() <= 100 ? phrase : phrase.substring(0, 100);
    }

    private @Nullable TeamId team() {
        Optional<TeamId> found = directory.teams().stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(team)
                        || candidate.id().toString().equals(team))
                .map(Team::id)
                .findFirst();
        teamMissed = found.isEmpty();
        return found.orElse(null);
    }

    /** Complains from the first ticket on for which the team was missed, until it is there. */
    @Override
    public State check() {
        if (!teamMissed || team() != null) {
            return State.WELL;
        }
        return new State(
                Grade.YELLOW,
                "The team of the settings is not there: "
                        + (hidesWithoutTeam
                                ? "security tickets have no team and are seen by those with the right ticket.triage or "
                                        + "ticket.confidential only. "
                                : "security tickets are marked, and seen like any other. ")
                        + "Make the team or name another");
    }
}
