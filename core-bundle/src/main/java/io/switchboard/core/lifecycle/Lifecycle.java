package io.switchboard.core.lifecycle;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.lifecycle.StatusDefinition;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.TriageState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The engine that reads lifecycle profiles: where a ticket begins, where it may go, and what it is then. */
@Component(service = Lifecycle.class)
public final class Lifecycle {
    /** The profile of a desk that has not chosen another. */
    public static final String STANDARD = "standard";

    private static final Map<String, LifecycleProfile> BUNDLED = Stream.of(STANDARD, "simple")
            .map(ProfileFile::bundled)
            .collect(Collectors.toUnmodifiableMap(LifecycleProfile::id, Function.identity()));

    private final OwnProfiles own;

    /** Makes the engine. */
    @Activate
    public Lifecycle(@Reference OwnProfiles own) {
        this.own = own;
    }

    /** Makes the engine of a desk that has the bundled profiles alone. */
    public Lifecycle() {
        this(OwnProfiles.NONE);
    }

    /** Returns whether a profile comes with the desk, and so never changes. */
    public static boolean isBundled(String profile) {
        return BUNDLED.containsKey(profile);
    }

    /** Returns all profiles in the order of their ids. */
    public List<LifecycleProfile> profiles() {
        return Stream.concat(BUNDLED.values().stream(), own.list().stream())
                .sorted(Comparator.comparing(LifecycleProfile::id))
                .toList();
    }

    /** Returns the profile with this id, or nothing. */
    public Optional<LifecycleProfile> find(String id) {
        LifecycleProfile bundled = BUNDLED.get(id);
        return bundled == null ? own.find(id) : Optional.of(bundled);
    }

    /** Returns where a new ticket of a profile stands. */
    public Progress begin(String profile, Instant now) {
        return at(profile(profile), profile(profile).initial(), Disposition.NONE, TriageState.PENDING, now, 0);
    }

    /** Returns the statuses to which a ticket may go, in the order of display. */
    public List<Status> next(Progress from) {
        return profile(from.profile()).next(from.status());
    }

    /** Returns the status a ticket of this profile gets when somebody is given it for the first time. */
    public Optional<Status> onAssignment(Progress from) {
        LifecycleProfile profile = profile(from.profile());
        return category(from) == StatusCategory.INITIAL
                ? profile.next(from.status()).stream().findFirst()
                : Optional.empty();
    }

    /** Returns the status that a done ticket gets when it is opened again, or nothing if it cannot be. */
    public Optional<Status> onReopening(Progress from) {
        LifecycleProfile profile = profile(from.profile());
        return category(from) == StatusCategory.DONE
                ? profile.next(from.status()).stream()
                        .filter(status -> definition(profile, status).category() == StatusCategory.ACTIVE)
                        .findFirst()
                : Optional.empty();
    }

    /** Returns the status in which the desk works again once the customer has answered. */
    public Optional<Status> onAnswer(Progress from) {
        LifecycleProfile profile = profile(from.profile());
        StatusDefinition current = definition(profile, from.status());
        if (current.nextMove() != NextMove.CUSTOMER || current.category() != StatusCategory.WAITING) {
            return Optional.empty();
        }
        List<Status> active = profile.next(from.status()).stream()
                .filter(status -> definition(profile, status).category() == StatusCategory.ACTIVE)
                .toList();
        return active.stream()
                .filter(status -> definition(profile, status).stage() == Stage.WORKING)
                .findFirst()
                .or(() -> active.stream().findFirst());
    }

    /**
     * Returns where a ticket stands after a transition.
     *
     * @throws SwitchboardException with {@code illegal-transition} that lists the legal ones
     */
    public Progress move(Progress from, Status to, Instant now) {
        LifecycleProfile profile = profile(from.profile());
        if (!profile.next(from.status()).contains(to)) {
            throw illegal(profile, from.status(), to);
        }
        boolean reopened = definition(profile, from.status()).category() == StatusCategory.DONE
                && definition(profile, to).category() == StatusCategory.ACTIVE;
        return at(profile, to, from.disposition(), from.triage(), now, from.reopenings() + (reopened ? 1 : 0));
    }

    /**
     * Returns the statuses on the shortest way to another, that one included, which passes only where the desk works on a
     * ticket.
     *
     * @throws SwitchboardException with {@code illegal-transition} that lists the legal ones, if there is no such way
     */
    public List<Status> way(Progress from, Status to) {
        LifecycleProfile profile = profile(from.profile());
        return Way.shortest(profile, from.status(), to).orElseThrow(() -> illegal(profile, from.status(), to));
    }

    /**
     * Returns where a ticket stands that changes over to another profile: in the same status, or else in the one that is most
     * like it. What is solved has no place in a profile without its status, because nothing else says how it ended.
     */
    public Optional<Progress> under(String profile, Progress from, Instant now) {
        if (profile.equals(from.profile())) {
            return Optional.of(from);
        }
        StatusDefinition here = definition(profile(from.profile()), from.status());
        return profile(profile).statuses().stream()
                .filter(there -> there.category() == here.category())
                .filter(there ->
                        here.category() != StatusCategory.DONE || there.status().equals(here.status()))
                .max(Comparator.comparingInt(there -> likeness(here, there)))
                .or(() -> activeLike(profile, here))
                .map(there -> in(profile, there, from, now));
    }

    private Optional<StatusDefinition> activeLike(String profile, StatusDefinition here) {
        return profile(profile).statuses().stream()
                .filter(there -> here.category() == StatusCategory.WAITING && there.category() == StatusCategory.ACTIVE)
                .findFirst();
    }

    private static int likeness(StatusDefinition here, StatusDefinition there) {
        return (there.status().equals(here.status()) ? 4 : 0)
                + (there.nextMove() == here.nextMove() ? 2 : 0)
                + (there.stage() == here.stage() ? 1 : 0);
    }

    private static Progress in(String profile, StatusDefinition there, Progress from, Instant now) {
        return new Progress(
                profile,
                there.status(),
                there.stage(),
                there.nextMove(),
                from.disposition(),
                from.triage(),
                from.postponedUntil(),
                there.status().equals(from.status()) ? from.statusSince() : now,
                from.reopenings());
    }

    /** Returns what the ticket's status means for queues. */
    public StatusCategory category(Progress progress) {
        return definition(profile(progress.profile()), progress.status()).category();
    }

    /** Returns what a status means for queues in the profiles that have it; nothing if none has. */
    public Set<StatusCategory> categories(Status status) {
        return profiles().stream()
                .flatMap(profile -> profile.definition(status).stream())
                .map(StatusDefinition::category)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the name of a status for people. */
    public String name(Progress progress) {
        return definition(profile(progress.profile()), progress.status()).name();
    }

    private LifecycleProfile profile(String id) {
        return find(id).orElseThrow(() -> SwitchboardException.field("profile", "there is no lifecycle profile " + id));
    }

    private static StatusDefinition definition(LifecycleProfile profile, Status status) {
        return profile.definition(status)
                .orElseThrow(() -> new IllegalStateException(profile.id() + " has no status " + status));
    }

    private static Progress at(
            LifecycleProfile profile,
            Status status,
            Disposition disposition,
            TriageState triage,
            Instant now,
            int reopenings) {
        StatusDefinition definition = definition(profile, status);
        return new Progress(
                profile.id(),
                status,
                definition.stage(),
                definition.nextMove(),
                disposition,
                triage,
                null,
                now,
                reopenings);
    }

    private static SwitchboardException illegal(LifecycleProfile profile, Status from, Status to) {
        List<String> legal = profile.next(from).stream().map(Status::id).toList();
        String message = legal.isEmpty()
                ? "A ticket that is " + from + " stays so"
                : "From " + from + " a ticket can go to " + String.join(", ", legal) + ", not to " + to;
        return new SwitchboardException(
                ErrorCode.ILLEGAL_TRANSITION,
                message,
                List.of(),
                Map.of("from", from.id(), "to", to.id(), "legal", legal),
                null);
    }
}
