package io.switchboard.core.rest.configuration;

import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.TicketConditions;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Reach;
import io.switchboard.core.desk.view.SavedView;
import io.switchboard.core.desk.view.Views;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A view as it is answered.
 *
 * @param id what {@code GET /tickets?view=} takes
 * @param builtIn whether every desk has it
 * @param missing what its conditions refer to that is gone; while there is any, it has no tickets
 * @param count how many tickets it has, up to 1,000; null if that was not asked for, or cannot be told quickly
 * @param more whether there are more than {@code count}
 * @param version null if it cannot be changed
 */
public record ViewView(
        String id,
        String name,
        boolean builtIn,
        String reach,
        @Nullable String team,
        int place,
        TicketConditions conditions,
        List<String> columns,
        @Nullable String grouping,
        List<Views.Missing> missing,
        @Nullable Integer count,
        @Nullable Boolean more,
        @Nullable Long version) {
    static ViewView of(Item<SavedView> item, List<Views.Missing> missing, Views.@Nullable Count count) {
        SavedView view = item.content();
        return new ViewView(
                item.id().toString(),
                item.label().name(),
                false,
                item.label().reach().id(),
                LabelText.team(item.label()),
                item.label().place(),
                view.conditions(),
                view.columns().stream().map(SavedView.Column::id).toList(),
                view.grouping() == null ? null : view.grouping().id(),
                missing,
                count == null ? null : count.tickets(),
                count == null ? null : count.more(),
                item.version());
    }

    static ViewView of(ListTickets.View view, Views.@Nullable Count count) {
        String id = view.id();
        return new ViewView(
                id,
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
                true,
                Reach.EVERYBODY.id(),
                null,
                0,
                TicketConditions.of(view),
                List.of(),
                null,
                List.of(),
                count == null ? null : count.tickets(),
                count == null ? null : count.more(),
                null);
    }
}
