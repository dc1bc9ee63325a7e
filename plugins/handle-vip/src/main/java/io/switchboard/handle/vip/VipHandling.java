package io.switchboard.handle.vip;

import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.Organization;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ticket.Priority;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Recognises tickets of very important customers, by their own flag or by that of their organization (SP1). */
@Component(service = {SpecialHandling.class, PluginHealth.class})
@Designate(ocd = VipSettings.class)
@SwitchboardPlugin(socket = "SpecialHandling")
@SwitchboardPlugin(socket = "PluginHealth")
public final class VipHandling implements SpecialHandling, PluginHealth {
    private static final int PRECEDENCE = 200;

    private final Directory directory;
    private final String team;
    private final boolean seniorOnly;
    private final boolean organizations;
    private final @Nullable Priority minimum;

    /** Takes the settings. */
    @Activate
    public VipHandling(VipSettings settings, @Reference Directory directory) {
        this(
                directory,
                settings.team(),
                settings.seniorOnly(),
                settings.organizations(),
                Arrays.stream(Priority.values())
                        .filter(priority -> priority.id().equals(settings.minimumPriority()))
                        .findFirst()
                        .orElse(null));
    }

    VipHandling(
            Directory directory, String team, boolean seniorOnly, boolean organizations, @Nullable Priority minimum) {
        this.directory = directory;
        this.team = team.strip();
        this.seniorOnly = seniorOnly;
        this.organizations = organizations;
        this.minimum = minimum;
    }

    @Override
    public String mark() {
        return "vip";
    }

    @Override
    public int precedence() {
        return PRECEDENCE;
    }

    @Override
    public Optional<HandlingAdvice> judge(HandlingQuestion question) {
        return reason(question.requester())
                .map(reason -> new HandlingAdvice(reason, false, team().orElse(null), seniorOnly, minimum, null));
    }

    @Override
    public State check() {
        return team.isEmpty() || team().isPresent()
                ? State.WELL
                : new State(
                        Grade.YELLOW,
                        "There is no team of the setting 'team': tickets of important customers go where others go. "
                                + "Make the team, or name another.");
    }

    private Optional<String> reason(Customer requester) {
        if (requester.vip()) {
            return Optional.of("The requester is a very important customer");
        }
        OrganizationId organization = requester.organization();
        boolean member = organizations
                && organization != null
                && directory
                        .organization(organization)
                        .filter(Organization::vip)
                        .isPresent();
        return member ? Optional.of("The requester belongs to a very important organization") : Optional.empty();
    }

    /** Looked up when it is needed, so that a team may be made, renamed and removed at any time. */
    private Optional<TeamId> team() {
        if (team.isEmpty()) {
            return Optional.empty();
        }
        return directory.teams().stream()
                .filter(one ->
                        one.name().equalsIgnoreCase(team) || one.id().toString().equals(team))
                .map(Team::id)
                .findFirst();
    }
}
