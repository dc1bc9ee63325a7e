package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.desk.record.TicketConditions;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.view.SavedView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A view as it is sent; its conditions are the parameters of the list of tickets. */
record ViewRequest(
        @Nullable String name,
        @Nullable String reach,
        @Nullable String team,
        @Nullable Integer place,
        @Nullable TicketConditions conditions,
        @Nullable List<String> columns,
        @Nullable String grouping) {
    static ViewRequest of(Item<SavedView> item) {
        SavedView view = item.content();
        return new ViewRequest(
                item.label().name(),
                item.label().reach().id(),
                LabelText.team(item.label()),
                item.label().place(),
                view.conditions(),
                view.columns().stream().map(SavedView.Column::id).toList(),
                view.grouping() == null ? null : view.grouping().id());
    }

    Label label() {
        return LabelText.read(name, reach, team, place);
    }

    SavedView view() {
        List<String> wanted = columns == null ? List.of() : columns;
        if (wanted.stream().anyMatch(Objects::isNull)) {
            throw SwitchboardException.field("columns", "must not hold null");
        }
        return new SavedView(
                conditions == null ? TicketConditions.NONE : conditions,
                wanted.stream().map(SavedView.Column::of).toList(),
                grouping == null ? null : SavedView.Grouping.of(grouping));
    }
}
