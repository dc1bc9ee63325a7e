package io.switchboard.core.feed;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.core.sockets.WhiteboardRegistry;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.feed.FeedStore;
import io.switchboard.core.store.feed.SubscriptionRow;
import io.switchboard.core.store.feed.SubscriptionRow.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Knows the subscriptions of the desk, also those whose plugin is away. What it answers may be a second old where
 * another node added one; {@link Backfill} makes up for that.
 */
@Component(service = Subscriptions.class)
public final class Subscriptions {
    /** The name of the core's subscription that is told before all others. */
    public static final String TRIAGE = "triage";

    /** For how long rows are written while the plugin is away. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration SEEN_AGAIN = Duration.ofHours(1);

    private final Transactions transactions;
    private final FeedStore store;
    private volatile List<Known> known;

    /** Loads the subscriptions; triage is among them from the first start on. */
    @Activate
    public Subscriptions(@Reference Transactions transactions, @Reference FeedStore store) {
        this.transactions = transactions;
        this.store = store;
        this.known = load();
        if (find(WhiteboardRegistry.CORE, TRIAGE, "").isEmpty()) {
            insert(row(WhiteboardRegistry.CORE, TRIAGE, "", TriageEvents.IDS, true, false, State.ACTIVE));
        }
    }

    /** A subscription and the types of event that it wants. */
    record Known(SubscriptionRow row, Set<EventType> wanted) {
        boolean triage() {
            return row.plugin().equals(WhiteboardRegistry.CORE) && row.name().equals(TRIAGE);
        }

        boolean wants(TicketEvent event) {
            return wanted.contains(event.type()) && !(triage() && TriageEvents.own(event));
        }
    }

    /** Returns all subscriptions. */
    public List<SubscriptionRow> all() {
        return known.stream().map(Known::row).toList();
    }

    /** Returns the subscription with this id, see {@link SubscriptionRow#id()}. */
    public Optional<SubscriptionRow> find(String id) {
        return all().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /**
     * Returns the subscription with this id.
     *
     * @throws SwitchboardException with {@code not-found}
     */
    SubscriptionRow require(String id) {
        return find(id).orElseThrow(() -> SwitchboardException.notFound("reaction"));
    }

    List<Known> known() {
        return known;
    }

    Optional<Known> find(int number) {
        return known.stream().filter(entry -> entry.row().number() == number).findFirst();
    }

    private Optional<SubscriptionRow> find(String plugin, String name, String node) {
        return all().stream()
                .filter(row -> row.plugin().equals(plugin)
                        && row.name().equals(name)
                        && row.node().equals(node))
                .findFirst();
    }

    /** Reads the subscriptions anew, so that those which other nodes added are known here too. */
    void reload() {
        known = load();
    }

    /** Returns the subscription of a reaction that is there: a new one, or the one it left behind. */
    SubscriptionRow register(Declaration declaration, String node, boolean confidential) {
        reload();
        String ownNode = declaration.ofNode() ? node : "";
        String events = String.join(",", declaration.events());
        Optional<SubscriptionRow> left = find(declaration.plugin(), declaration.name(), ownNode);
        if (left.isEmpty()) {
            return insert(row(
                    declaration.plugin(),
                    declaration.name(),
                    ownNode,
                    events,
                    confidential,
                    declaration.fromStart(),
                    State.JOINING));
        }
        SubscriptionRow row = left.get();
        State state = row.state() == State.LAPSED ? State.JOINING : row.state();
        boolean same = row.events().equals(events) && row.confidential() == confidential && row.state() == state;
        if (same && row.seenAt().isAfter(now().minus(SEEN_AGAIN))) {
            return row;
        }
        SubscriptionRow back = new SubscriptionRow(
                row.number(),
                row.plugin(),
                row.name(),
                row.node(),
                events,
                confidential,
                row.fromStart(),
                state,
                row.registeredAt(),
                now());
        return change(row.number(), stored -> back);
    }

    /** Changes a subscription in a transaction of its own. */
    SubscriptionRow change(int number, UnaryOperator<SubscriptionRow> change) {
        SubscriptionRow changed = transactions.write(() -> {
            SubscriptionRow stored = store.subscriptions().stream()
                    .filter(row -> row.number() == number)
                    .findFirst()
                    .orElseThrow();
            SubscriptionRow next = change.apply(stored);
            store.update(next);
            return next;
        });
        reload();
        return changed;
    }

    /** Forgets a subscription and what it has not been told. */
    void remove(int number) {
        transactions.write(() -> {
            store.remove(number);
            return true;
        });
        reload();
    }

    /** Writes no more rows for those whose plugin was away for too long. */
    void lapse() {
        Instant limit = now().minus(KEPT);
        for (SubscriptionRow row : all()) {
            if (row.state() != State.LAPSED
                    && row.seenAt().isBefore(limit)
                    && !row.name().equals(TRIAGE)) {
                change(row.number(), stored -> with(stored, State.LAPSED, now()));
            }
        }
    }

    static SubscriptionRow with(SubscriptionRow row, State state, Instant registeredAt) {
        return new SubscriptionRow(
                row.number(),
                row.plugin(),
                row.name(),
                row.node(),
                row.events(),
                row.confidential(),
                row.fromStart(),
                state,
                registeredAt,
                row.seenAt());
    }

    private SubscriptionRow insert(SubscriptionRow row) {
        try {
            transactions.write(() -> store.add(row));
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            // it is loaded below like any other
        }
        reload();
        return find(row.plugin(), row.name(), row.node()).orElseThrow();
    }

    private List<Known> load() {
        return transactions.read(store::subscriptions).stream()
                .map(row -> new Known(row, wanted(row.events())))
                .toList();
    }

    private static SubscriptionRow row(
            String plugin,
            String name,
            String node,
            String events,
            boolean confidential,
            boolean fromStart,
            State state) {
        Instant now = now();
        return new SubscriptionRow(0, plugin, name, node, events, confidential, fromStart, state, now, now);
    }

    private static Set<EventType> wanted(String events) {
        if (events.isEmpty()) {
            return EnumSet.allOf(EventType.class);
        }
        Set<EventType> wanted = EnumSet.noneOf(EventType.class);
        List<String> ids = Arrays.asList(events.split(",", -1));
        Arrays.stream(EventType.values())
                .filter(type -> ids.contains(type.id()))
                .forEach(wanted::add);
        return wanted;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
