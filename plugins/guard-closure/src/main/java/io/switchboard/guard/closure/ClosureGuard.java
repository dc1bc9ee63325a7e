package io.switchboard.guard.closure;

import io.switchboard.api.lifecycle.GuardQuestion;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.GuardVerdict.Reason;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.people.Directory;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.VerificationMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Refuses to close what still lacks something that its queue asks for, and names all of it (CS1). It is asked of everybody
 * alike: an agent, the customer who confirms, and the timer that closes in silence. What is a duplicate or was withdrawn was
 * not solved: of it only open tasks are asked.
 */
@Component(service = {TransitionGuard.class, PluginHealth.class})
@Designate(ocd = ClosureSettings.class)
@SwitchboardPlugin(socket = "TransitionGuard")
@SwitchboardPlugin(socket = "PluginHealth")
public final class ClosureGuard implements TransitionGuard, PluginHealth {
    private static final Set<ClosureReason> NOT_SOLVED = Set.of(ClosureReason.DUPLICATE, ClosureReason.WITHDRAWN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Queues queues;
    private final Duration window;
    private final int stepsAtLeast;
    private final Clock clock;

    /** Takes the settings. */
    @Activate
    public ClosureGuard(ClosureSettings settings, @Reference Directory directory, @Reference PluginContext context) {
        this(
                new Queues(directory, List.of(settings.checks()), List.of(settings.teams())),
                Duration.ofHours(settings.hours()),
                settings.stepsAtLeast(),
                context.clock());
    }

    ClosureGuard(Queues queues, Duration window, int stepsAtLeast, Clock clock) {
        this.queues = queues;
        this.window = window;
        this.stepsAtLeast = stepsAtLeast;
        this.clock = clock;
    }

    @Override
    public GuardVerdict judge(GuardQuestion question) {
        if (!question.to().equals(Status.CLOSED)) {
            return GuardVerdict.permit();
        }
        List<Reason> missing = queues.of(question.ticket()).stream()
                .map(check -> missing(check, question))
                .flatMap(Optional::stream)
                .toList();
        return missing.isEmpty() ? GuardVerdict.permit() : new GuardVerdict.Refused(missing);
    }

    private Optional<Reason> missing(Check check, GuardQuestion question) {
        Resolution resolution = question.resolution();
        ClosureReason closure = resolution == null ? null : resolution.closure();
        if (check != Check.TASKS && closure != null && NOT_SOLVED.contains(closure)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (check) {
                    case CONFIRMED -> confirmation(question, resolution);
                    case STEPS -> steps(resolution);
                    case CATEGORY -> category(question);
                    case TIME ->
                        question.minutesRecorded() > 0
                                ? null
                                : new Reason("time-missing", "Record the time that was worked on it", "time");
                    case TASKS -> tasks(question.openTasks());
                });
    }

    private @Nullable Reason confirmation(GuardQuestion question, @Nullable Resolution resolution) {
        boolean confirmed = resolution != null && resolution.verification() == VerificationMethod.CONFIRMATION;
        Instant over = question.ticket().progress().statusSince().plus(window);
        if (confirmed || !clock.instant().isBefore(over)) {
            return null;
        }
        return new Reason(
                "not-confirmed",
                "The customer has not confirmed the solution, and has time until " + TIME.format(over)
                        + ". Wait, or give the verification 'confirmation' if they told you",
                "verification");
    }

    private @Nullable Reason steps(@Nullable Resolution resolution) {
        long said = resolution == null
                ? 0
                : resolution
                        .summary()
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .count();
        return said >= stepsAtLeast
                ? null
                : new Reason(
                        "steps-missing",
                        "Say what was done, in at least " + stepsAtLeast + " letters",
                        "resolution.summary");
    }

    private static @Nullable Reason category(GuardQuestion question) {
        String category = question.ticket().classification().category();
        return category != null ? null : new Reason("category-missing", "Give the ticket a category", "category");
    }

    private static @Nullable Reason tasks(int open) {
        return open == 0
                ? null
                : new Reason(
                        "tasks-open",
                        open == 1 ? "Finish the task that is open" : "Finish the " + open + " tasks that are open",
                        "tasks");
    }

    @Override
    public State check() {
        return queues.unreadable().isEmpty()
                ? State.WELL
                : new State(
                        Grade.YELLOW,
                        "This in the settings cannot be read and counts for nothing: '"
                                + queues.unreadable().get(0).replaceAll("\\p{Cntrl}", " ")
                                + "'. Write confirmed, steps, category, time or tasks, or 'Payments = steps, time'");
    }
}
