package io.switchboard.core.plugins;

import io.switchboard.core.store.plugin.PluginRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In what one set of plugins is another than one before it. A plugin is another if its bytes are, or if it runs in one and
 * lies still in the other.
 *
 * @param added what only the later set has
 * @param removed what only the earlier set has
 * @param changed what both have, but not the same of it
 */
public record SetDifference(List<PluginRow> added, List<PluginRow> removed, List<Change> changed) {
    /** Keeps copies. */
    public SetDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** A plugin that is another in the two sets. */
    public record Change(PluginRow before, PluginRow after) {}

    static SetDifference between(Collection<PluginRow> before, Collection<PluginRow> after) {
        Map<String, PluginRow> earlier = byId(before);
        Map<String, PluginRow> later = byId(after);
        return new SetDifference(
                after.stream().filter(row -> !earlier.containsKey(row.id())).toList(),
                before.stream().filter(row -> !later.containsKey(row.id())).toList(),
                before.stream()
                        .filter(row -> later.containsKey(row.id()))
                        .map(row -> new Change(row, Objects.requireNonNull(later.get(row.id()))))
                        .filter(change -> !same(change))
                        .toList());
    }

    private static Map<String, PluginRow> byId(Collection<PluginRow> rows) {
        return rows.stream().collect(Collectors.toMap(PluginRow::id, Function.identity()));
    }

    private static boolean same(Change change) {
        return change.before().sha256().equals(change.after().sha256())
                && change.before().enabled() == change.after().enabled();
    }

    /** Returns what is there only, or so only, in the earlier set. */
    List<PluginRow> leaving() {
        return Stream.concat(removed.stream(), changed.stream().map(Change::before))
                .toList();
    }

    /** Returns what is there only, or so only, in the later set. */
    List<PluginRow> coming() {
        return Stream.concat(added.stream(), changed.stream().map(Change::after))
                .toList();
    }

    /** Returns the versions by id, those that lie still marked. */
    static Map<String, String> versions(List<PluginRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        PluginRow::id,
                        row -> row.version() + (row.enabled() ? "" : " (stopped)"),
                        (a, b) -> b,
                        TreeMap::new));
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
