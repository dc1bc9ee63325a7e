package io.switchboard.core.plugins;

import io.switchboard.core.plugins.PluginRuntime.Content;
import io.switchboard.core.plugins.SetDifference.Change;
import io.switchboard.core.store.plugin.PluginRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Brings the framework from one set of plugins to another, or back to the one if the other does not come up whole. */
final class SetExchange {
    private final PluginRuntime runtime;
    private final SetDifference difference;
    private final Function<PluginRow, Content> wanted;

    SetExchange(PluginRuntime runtime, SetDifference difference, Function<PluginRow, Content> wanted) {
        this.runtime = runtime;
        this.difference = difference;
        this.wanted = wanted;
    }

    /**
     * Exchanges them. What is to leave leaves last, since nothing can go wrong with it.
     *
     * @return why plugins do not run that should, by id; if any does not, what was before runs again
     */
    Map<String, String> carryOut() {
        Map<String, String> failures = new TreeMap<>(runtime.apply(contents(difference.coming())));
        if (failures.isEmpty()) {
            difference.removed().forEach(row -> runtime.remove(row.id()));
        } else {
            undo(failures);
        }
        return failures;
    }

    private void undo(Map<String, String> failures) {
        difference.added().forEach(row -> runtime.remove(row.id()));
        List<PluginRow> before =
                difference.changed().stream().map(Change::before).toList();
        runtime.apply(contents(before))
                .forEach((id, again) -> failures.merge(
                        id, again, (first, second) -> first + "; and what ran before does not run again: " + second));
    }

    private List<Content> contents(List<PluginRow> rows) {
        return rows.stream().map(wanted).toList();
    }
}
