package io.switchboard.core.desk.shelf;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.NameKey;
import io.switchboard.core.store.people.TeamReferences;
import io.switchboard.core.store.shelf.ShelfPosition;
import io.switchboard.core.store.shelf.ShelfRow;
import io.switchboard.core.store.shelf.ShelfStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps items for their owners. Everybody with {@code template.use} has their own; those of a team are changed with
 * {@code template.edit} by whoever sees them, and so are those of everybody. With {@code desk.configure} the items of all
 * teams are seen, also of teams that are gone. What somebody keeps for themselves nobody else ever sees: the audit log tells
 * of it without what it holds.
 */
@Component(service = Shelf.class)
public final class Shelf {
    /** How many items of a kind one person or team has at most. */
    public static final int MOST = 200;
    /** How many items of a kind everybody has at most. */
    public static final int MOST_OF_EVERYBODY = 500;

    private final Transactions transactions;
    private final ShelfStore store;
    private final TeamReferences teams;
    private final IdGenerator ids;
    private final DeskClock clock;
    private final AuditLog audit;

    /** Makes it. */
    @Activate
    public Shelf(
            @Reference Transactions transactions,
            @Reference ShelfStore store,
            @Reference TeamReferences teams,
            @Reference IdGenerator ids,
            @Reference DeskClock clock,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.store = store;
        this.teams = teams;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** Returns what the caller sees of a kind, by place and name, after a position if there is one. */
    public <T> List<Item<T>> list(Caller caller, ItemKind<T> kind, @Nullable ShelfPosition after, int limit) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        Set<UUID> owners = owners(caller);
        caller.teams().forEach(team -> owners.add(team.value()));
        return read(kind, owners, caller.may(Right.DESK_CONFIGURE), after, limit);
    }

    /** Returns what the caller has at hand for a team's work: their own, everybody's, and the team's if they see that. */
    public <T> List<Item<T>> atHand(Caller caller, ItemKind<T> kind, @Nullable TeamId team) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        Set<UUID> owners = owners(caller);
        if (team != null && seesTeam(caller, team)) {
            owners.add(team.value());
        }
        return read(kind, owners, false, null, MOST + MOST + MOST_OF_EVERYBODY);
    }

    private static Set<UUID> owners(Caller caller) {
        Set<UUID> owners = new TreeSet<>(Set.of(ShelfStore.EVERYBODY));
        PersonId person = caller.person();
        if (person != null) {
            owners.add(person.value());
        }
        return owners;
    }

    private <T> List<Item<T>> read(
            ItemKind<T> kind, Set<UUID> owners, boolean everyTeam, @Nullable ShelfPosition after, int limit) {
        return transactions.read(() -> store.list(kind.id(), owners, everyTeam, after, limit)).stream()
                .map(row -> item(kind, row))
                .toList();
    }

    /** Returns an item, or refuses with {@code not-found}. */
    public <T> Item<T> get(Caller caller, ItemKind<T> kind, UUID id) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        return transactions
                .read(() -> store.find(kind.id(), id))
                .filter(row -> sees(caller, row))
                .map(row -> item(kind, row))
                .orElseThrow(() -> SwitchboardException.notFound(kind.id()));
    }

    /**
     * Adds an item.
     *
     * @throws SwitchboardException with {@code invalid-field}, {@code right-missing}, or {@code policy-refused} if the
     *     owner has too many already
     */
    public <T> Item<T> add(Caller caller, ItemKind<T> kind, Label label, T content) {
        UUID owner = place(caller, label);
        return transactions.write(() -> {
            demandTeam(label);
            demandRoom(kind, label, owner);
            Instant now = clock.now();
            ShelfRow row = row(kind, new Item<>(ids.next(), label, content, 1, now, now), owner);
            store.insert(row);
            transactions.made(row.id());
            Item<T> added = item(kind, row);
            audit.record(caller, kind.made(), object(kind, row.id()), null, told(added));
            return added;
        });
    }

    /** Replaces an item that is still as the caller saw it. */
    public <T> Item<T> replace(Caller caller, ItemKind<T> kind, UUID id, long version, Label label, T content) {
        return transactions.write(() -> {
            Item<T> known = get(caller, kind, id);
            UUID before = place(caller, known.label());
            UUID owner = place(caller, label);
            if (!owner.equals(before)) {
                demandTeam(label);
                demandRoom(kind, label, owner);
            }
            ShelfRow row =
                    row(kind, new Item<>(id, label, content, version + 1, known.createdAt(), clock.now()), owner);
            if (known.version() != version || !store.update(row, version)) {
                throw stale();
            }
            Item<T> changed = item(kind, row);
            audit.record(caller, kind.changed(), object(kind, id), told(known), told(changed));
            return changed;
        });
    }

    /** Removes an item that is still as the caller saw it. */
    public <T> void remove(Caller caller, ItemKind<T> kind, UUID id, long version) {
        transactions.write(() -> {
            Item<T> known = get(caller, kind, id);
            place(caller, known.label());
            if (known.version() != version || !store.delete(id, version)) {
                throw stale();
            }
            audit.record(caller, kind.removed(), object(kind, id), told(known), null);
            return id;
        });
    }

    private static String object(ItemKind<?> kind, UUID id) {
        return kind.id() + ":" + id;
    }

    private static @Nullable Map<String, Object> told(Item<?> item) {
        Label label = item.label();
        if (label.reach() == Reach.OWN) {
            return null;
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", label.name());
        told.put("reach", label.reach().id());
        if (label.team() != null) {
            told.put("team", label.team().toString());
        }
        told.put("place", label.place());
        told.put("content", item.content());
        return told;
    }

    /** Returns the owner of what has such a label; demands that the caller may change what they have. */
    private static UUID place(Caller caller, Label label) {
        label.check();
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        TeamId team = label.team();
        if (label.reach() == Reach.OWN) {
            return AccessPolicy.requirePerson(caller).value();
        }
        AccessPolicy.require(caller, Right.TEMPLATE_EDIT);
        if (team == null) {
            return ShelfStore.EVERYBODY;
        }
        if (!seesTeam(caller, team)) {
            throw noSuchTeam();
        }
        return team.value();
    }

    private void demandTeam(Label label) {
        TeamId team = label.team();
        if (team != null && teams.of(Set.of(team)).isEmpty()) {
            throw noSuchTeam();
        }
    }

    private void demandRoom(ItemKind<?> kind, Label label, UUID owner) {
        int most = label.reach() == Reach.EVERYBODY ? MOST_OF_EVERYBODY : MOST;
        if (store.count(kind.id(), owner, most) >= most) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED, "There are " + most + " already; remove some that nobody needs first");
        }
    }

    private static boolean sees(Caller caller, ShelfRow row) {
        return switch (Reach.of(row.reach())) {
            case OWN -> {
                PersonId person = caller.person();
                yield person != null && person.value().equals(row.owner());
            }
            case TEAM -> seesTeam(caller, new TeamId(row.owner()));
            case EVERYBODY -> true;
        };
    }

    private static boolean seesTeam(Caller caller, TeamId team) {
        return caller.teams().contains(team) || caller.may(Right.DESK_CONFIGURE);
    }

    private static <T> ShelfRow row(ItemKind<T> kind, Item<T> item, UUID owner) {
        Label label = item.label();
        return new ShelfRow(
                item.id(),
                kind.id(),
                label.reach().id(),
                owner,
                label.place(),
                label.name().strip(),
                NameKey.of(label.name()),
                Json.write(item.content()),
                item.version(),
                item.createdAt(),
                item.updatedAt());
    }

    private static <T> Item<T> item(ItemKind<T> kind, ShelfRow row) {
        Reach reach = Reach.of(row.reach());
        TeamId team = reach == Reach.TEAM ? new TeamId(row.owner()) : null;
        return new Item<>(
                row.id(),
                new Label(row.name(), reach, team, row.place()),
                Json.read(row.content(), kind.content()),
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }

    private static SwitchboardException noSuchTeam() {
        return SwitchboardException.field("team", "must be a team of this desk that is yours");
    }

    private static SwitchboardException stale() {
        return new SwitchboardException(
                ErrorCode.STALE_VERSION, "This was changed in the meantime; read it again, then repeat your change");
    }
}
