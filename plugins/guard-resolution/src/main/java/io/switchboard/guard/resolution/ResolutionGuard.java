package io.switchboard.guard.resolution;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.lifecycle.GuardQuestion;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.GuardVerdict.Reason;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Resolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Refuses to resolve what is important without a root cause and a plan (WO7); a duplicate or withdrawn matter needs none. */
@Component(service = {TransitionGuard.class, PluginHealth.class})
@Designate(ocd = ResolutionPolicy.class)
@SwitchboardPlugin(socket = "TransitionGuard")
@SwitchboardPlugin(socket = "PluginHealth")
public final class ResolutionGuard implements TransitionGuard, PluginHealth {
    private static final Set<ClosureReason> WITHOUT_CAUSE = Set.of(ClosureReason.DUPLICATE, ClosureReason.WITHDRAWN);

    private final Set<String> rootCauseFor;
    private final Set<String> planFor;
    private final boolean pluginsToo;

    /** Takes the settings. */
    @Activate
    public ResolutionGuard(ResolutionPolicy policy) {
        this(Set.of(policy.rootCauseFor()), Set.of(policy.planFor()), policy.pluginsToo());
    }

    ResolutionGuard(Set<String> rootCauseFor, Set<String> planFor, boolean pluginsToo) {
        this.rootCauseFor = rootCauseFor;
        this.planFor = planFor;
        this.pluginsToo = pluginsToo;
    }

    @Override
    public GuardVerdict judge(GuardQuestion question) {
        Resolution resolution = question.resolution();
        boolean asked = pluginsToo || question.actor() instanceof Actor.Person;
        if (!asked || !question.to().equals(Status.RESOLVED) || needsNoCause(resolution)) {
            return GuardVerdict.permit();
        }
        String priority = question.ticket().classification().priority().id();
        List<Reason> missing = new ArrayList<>();
        if (rootCauseFor.contains(priority) && blank(resolution == null ? null : resolution.rootCause())) {
            missing.add(new Reason(
                    "root-cause-missing",
                    "Say what caused it: a " + priority + " is not resolved without its root cause",
                    "resolution.rootCause"));
        }
        if (planFor.contains(priority) && blank(resolution == null ? null : resolution.plan())) {
            missing.add(new Reason(
                    "plan-missing",
                    "Say what is to be done about it: a " + priority + " is not resolved without a plan",
                    "resolution.plan"));
        }
        return missing.isEmpty() ? GuardVerdict.permit() : new GuardVerdict.Refused(missing);
    }

    @Override
    public State check() {
        Set<String> unknown = Stream.concat(rootCauseFor.stream(), planFor.stream())
                .filter(wanted -> !wanted.isBlank())
                .filter(wanted -> Arrays.stream(Priority.values())
                        .noneMatch(priority -> priority.id().equals(wanted)))
                .collect(Collectors.toCollection(TreeSet::new));
        return unknown.isEmpty()
                ? State.WELL
                : new State(Grade.YELLOW, "There are no priorities " + unknown + ": nothing is asked for them");
    }

    private static boolean needsNoCause(@Nullable Resolution resolution) {
        ClosureReason closure = resolution == null ? null : resolution.closure();
        return closure != null && WITHOUT_CAUSE.contains(closure);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
