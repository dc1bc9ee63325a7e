package io.switchboard.core.desk.view;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.CatalogKind;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.TicketConditions;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.ItemKind;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Shelf;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamReferences;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks saved views when they are kept, says what they refer to that is gone, and counts. */
@Component(service = Views.class)
public final class Views {
    /** The kind of items that saved views are. */
    public static final ItemKind<SavedView> KIND = new ItemKind<>(
            "view", SavedView.class, AuditKind.VIEW_MADE, AuditKind.VIEW_CHANGED, AuditKind.VIEW_REMOVED);

    /** How far tickets are counted. */
    public static final int MOST_COUNTED = 1_000;

    private final Shelf shelf;
    private final ListTickets list;
    private final Catalog catalog;
    private final Transactions transactions;
    private final PersonStore persons;
    private final TeamReferences teams;

    /** Makes the use cases. */
    @Activate
    public Views(
            @Reference Shelf shelf,
            @Reference ListTickets list,
            @Reference Catalog catalog,
            @Reference Transactions transactions,
            @Reference PersonStore persons,
            @Reference TeamReferences teams) {
        this.shelf = shelf;
        this.list = list;
        this.catalog = catalog;
        this.transactions = transactions;
        this.persons = persons;
        this.teams = teams;
    }

    /** Something that a view refers to and that is gone: the condition, and what stands in it. */
    public record Missing(String field, String value) {}

    /**
     * How many tickets a view has.
     *
     * @param tickets their number, {@link #MOST_COUNTED} at most
     * @param more whether there are more
     */
    public record Count(int tickets, boolean more) {}

    /** Adds a view; conditions that no list takes are refused, and so is what is not there. */
    public Item<SavedView> add(Caller caller, Label label, SavedView view) {
        check(caller, view);
        return shelf.add(caller, KIND, label, view);
    }

    /** Replaces a view that is still as the caller saw it. */
    public Item<SavedView> replace(Caller caller, UUID id, long version, Label label, SavedView view) {
        check(caller, view);
        return shelf.replace(caller, KIND, id, version, label, view);
    }

    private void check(Caller caller, SavedView view) {
        TicketConditions conditions = view.conditions();
        ListTickets.Query query = conditions.query(caller, null, 1);
        if (conditions.words() != null
                && (conditions.view() != null || !query.filter().equals(Filter.NONE))) {
            throw SwitchboardException.field("q", "cannot be combined with other conditions");
        }
        if (new HashSet<>(view.columns()).size() != view.columns().size()) {
            throw SwitchboardException.field("columns", "must name each column once");
        }
        List<Missing> missing = missing(conditions);
        if (!missing.isEmpty()) {
            throw SwitchboardException.field(missing.get(0).field(), "must be something that this desk has");
        }
    }

    /** Returns what a view refers to that is gone. While anything is, the view has no tickets. */
    public List<Missing> missing(TicketConditions conditions) {
        return missing(List.of(conditions)).get(0);
    }

    /** Returns what each of several views refers to that is gone, in the same order. */
    public List<List<Missing>> missing(List<TicketConditions> views) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        views.forEach(view -> referred(view)
                .forEach((field, value) ->
                        wanted.computeIfAbsent(field, added -> new TreeSet<>()).add(value)));
        Map<String, Set<String>> there = transactions.read(() -> there(wanted));
        List<List<Missing>> missing = new ArrayList<>();
        for (TicketConditions view : views) {
            List<Missing> ofView = new ArrayList<>();
            referred(view).forEach((field, value) -> {
                if (!there.getOrDefault(field, Set.of()).contains(value)) {
                    ofView.add(new Missing(field, value));
                }
            });
            missing.add(ofView);
        }
        return missing;
    }

    private static Map<String, String> referred(TicketConditions view) {
        Map<String, String> referred = new LinkedHashMap<>();
        put(referred, "team", view.team());
        put(referred, "assignee", view.assignee());
        put(referred, "requester", view.requester());
        put(referred, "category", view.category());
        return referred;
    }

    private static void put(Map<String, String> referred, String field, @Nullable String value) {
        if (value != null && !value.equals("me")) {
            referred.put(field, value.toLowerCase(Locale.ROOT));
        }
    }

    private Map<String, Set<String>> there(Map<String, Set<String>> wanted) {
        Map<String, Set<String>> there = new LinkedHashMap<>();
        there.put("team", texts(teams.of(ids(wanted, "team", TeamId::of)).keySet()));
        there.put("assignee", texts(persons.unerased(ids(wanted, "assignee", PersonId::of))));
        there.put("requester", texts(persons.unerased(ids(wanted, "requester", PersonId::of))));
        there.put(
                "category",
                wanted.getOrDefault("category", Set.of()).stream()
                        .filter(category -> catalog.has(CatalogKind.CATEGORY, category))
                        .collect(Collectors.toSet()));
        return there;
    }

    private static <T> List<T> ids(Map<String, Set<String>> wanted, String field, Function<String, T> reading) {
        return wanted.getOrDefault(field, Set.of()).stream().map(reading).toList();
    }

    private static Set<String> texts(Set<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.toSet());
    }

    /** Returns the conditions of a view that the caller sees, or refuses with {@code not-found}. */
    public TicketConditions conditions(Caller caller, UUID id) {
        return shelf.get(caller, KIND, id).content().conditions();
    }

    /**
     * Counts along an index what the caller sees of the tickets of a view. Returns null if that would mean to look through
     * all tickets that were ever solved, and for a search.
     */
    public @Nullable Count count(Caller caller, TicketConditions conditions) {
        if (conditions.words() != null) {
            return null;
        }
        if (!missing(conditions).isEmpty()) {
            return new Count(0, false);
        }
        ListTickets.Query query = conditions.query(caller, null, MOST_COUNTED + 1);
        if (!query.countable()) {
            return null;
        }
        int found = list.count(caller, query);
        return new Count(Math.min(found, MOST_COUNTED), found > MOST_COUNTED);
    }
}
