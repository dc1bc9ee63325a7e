package io.switchboard.core.desk.configuration;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.StatusDefinition;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.lifecycle.ProfileFile;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.lifecycle.ProfileStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes, changes and removes the desk's own lifecycle profiles (ST4), beside those that come with it. A profile shares its
 * version with the choice of {@link TypeProfiles}. No ticket loses the status in which it stands, nor what that status means.
 */
@Component(service = LifecycleProfiles.class)
public final class LifecycleProfiles {
    private static final int MOST = 50;

    private final Transactions transactions;
    private final ProfileStore store;
    private final TypeProfiles types;
    private final AuditLog audit;

    /** Makes the use cases. */
    @Activate
    public LifecycleProfiles(
            @Reference Transactions transactions,
            @Reference ProfileStore store,
            @Reference TypeProfiles types,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.store = store;
        this.types = types;
        this.audit = audit;
    }

    /**
     * Adds a profile, which no type follows yet.
     *
     * @throws SwitchboardException with {@code invalid-field} that names all that is wrong, {@code already-exists}, or
     *     {@code policy-refused} if the desk has too many
     */
    public LifecycleProfile add(Caller caller, ProfileFile wanted) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        LifecycleProfile profile = new ProfileCheck(wanted).profile();
        try {
            return transactions.write(() -> {
                if (Lifecycle.isBundled(profile.id())
                        || store.find(profile.id()).isPresent()) {
                    throw taken(profile);
                }
                if (store.list().size() >= MOST) {
                    throw new SwitchboardException(
                            ErrorCode.POLICY_REFUSED, "A desk has at most " + MOST + " profiles of its own");
                }
                store.insert(profile);
                transactions.made(profile.id());
                audit.record(caller, AuditKind.LIFECYCLE_PROFILE_MADE, object(profile.id()), null, wanted);
                return profile;
            });
        } catch (DuplicateKeyException madeMeanwhile) {
            throw taken(profile);
        }
    }

    private static SwitchboardException taken(LifecycleProfile profile) {
        return new SwitchboardException(
                ErrorCode.ALREADY_EXISTS, "There is a lifecycle profile with the id " + profile.id());
    }

    /**
     * Replaces a profile that is still as the caller saw it.
     *
     * @throws SwitchboardException with {@code invalid-field}, {@code not-found}, {@code stale-version}, {@code
     *     policy-refused} for one that comes with the desk, or {@code in-use} that names the statuses that would be taken
     *     away, or get another meaning, while tickets stand in them
     */
    public LifecycleProfile replace(Caller caller, ProfileFile wanted, Precondition precondition) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        requireOwn(wanted.id());
        LifecycleProfile profile = new ProfileCheck(wanted).profile();
        return transactions.write(() -> {
            LifecycleProfile before = seize(profile.id(), precondition);
            refuseInUse(before, profile);
            store.update(profile);
            audit.record(
                    caller,
                    AuditKind.LIFECYCLE_PROFILE_CHANGED,
                    object(profile.id()),
                    ProfileFile.of(before),
                    ProfileFile.of(profile));
            return profile;
        });
    }

    /**
     * Removes a profile.
     *
     * @throws SwitchboardException with {@code not-found}, {@code stale-version}, {@code policy-refused} for one that comes
     *     with the desk, or {@code in-use} while a type or a ticket follows it
     */
    public void remove(Caller caller, String id, Precondition precondition) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        requireOwn(id);
        transactions.write(() -> {
            LifecycleProfile before = seize(id, precondition);
            List<String> followers = types.followers(caller, id).types().stream()
                    .map(TicketType::id)
                    .sorted()
                    .toList();
            if (!followers.isEmpty()) {
                throw new SwitchboardException(
                        ErrorCode.IN_USE,
                        "The types " + String.join(", ", followers) + " follow it; have them follow another first");
            }
            refuseInUse(before, null);
            store.delete(id);
            audit.record(caller, AuditKind.LIFECYCLE_PROFILE_REMOVED, object(id), ProfileFile.of(before), null);
            return id;
        });
    }

    private static String object(String id) {
        return "lifecycle_profile:" + id;
    }

    private static void requireOwn(String id) {
        if (Lifecycle.isBundled(id)) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED,
                    "This profile comes with the desk and stays as it is; make one of your own");
        }
    }

    /** Keeps tickets and other administrators away from a profile, and returns it as it is then. */
    private LifecycleProfile seize(String id, Precondition precondition) {
        if (store.find(id).isEmpty()) {
            throw SwitchboardException.notFound("lifecycle profile");
        }
        types.touch(precondition);
        return Optional.of(id)
                .filter(store::lock)
                .flatMap(store::find)
                .orElseThrow(() -> SwitchboardException.notFound("lifecycle profile"));
    }

    private void refuseInUse(LifecycleProfile before, @Nullable LifecycleProfile after) {
        List<StatusDefinition> lost = before.statuses().stream()
                .filter(status -> after == null || !keeps(after, status))
                .filter(status -> store.stands(before.id(), status.status()))
                .toList();
        if (!lost.isEmpty()) {
            List<String> ids = lost.stream().map(status -> status.status().id()).toList();
            throw new SwitchboardException(
                    ErrorCode.IN_USE,
                    "Tickets stand in " + String.join(", ", ids) + "; move them on first",
                    after == null
                            ? List.of()
                            : lost.stream()
                                    .map(status -> new FieldError("statuses", keep(status)))
                                    .toList(),
                    Map.of("statuses", ids),
                    null);
        }
    }

    private static boolean keeps(LifecycleProfile after, StatusDefinition status) {
        return after.definition(status.status())
                .filter(now -> now.category() == status.category()
                        && now.stage() == status.stage()
                        && now.nextMove() == status.nextMove())
                .isPresent();
    }

    private static String keep(StatusDefinition status) {
        return "must keep " + status.status()
                + " with its stage, next move and category as long as tickets stand there";
    }
}
