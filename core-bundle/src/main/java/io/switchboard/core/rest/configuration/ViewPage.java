package io.switchboard.core.rest.configuration;

import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.TicketConditions;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.view.SavedView;
import io.switchboard.core.desk.view.Views;
import io.switchboard.core.rest.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of views for a caller, the first ones with their counts if that is wanted. */
final class ViewPage {
    private static final int MOST_COUNTED = 50;

    private final Views views;
    private final Caller caller;
    private final boolean counted;
    private final List<ViewView> shown = new ArrayList<>();

    ViewPage(Views views, Caller caller, boolean counted) {
        this.views = views;
        this.caller = caller;
        this.counted = counted;
    }

    /** Returns the saved views of a page; the first page begins with the views that every desk has. */
    Page<ViewView> of(Page<Item<SavedView>> saved, boolean first) {
        if (first) {
            for (ListTickets.View view : ListTickets.View.values()) {
                shown.add(ViewView.of(view, count(TicketConditions.of(view))));
            }
        }
        List<TicketConditions> conditions =
                saved.items().stream().map(item -> item.content().conditions()).toList();
        List<List<Views.Missing>> missing = views.missing(conditions);
        for (int index = 0; index < conditions.size(); index++) {
            shown.add(ViewView.of(saved.items().get(index), missing.get(index), count(conditions.get(index))));
        }
        return new Page<>(shown, saved.next());
    }

    private Views.@Nullable Count count(TicketConditions conditions) {
        return counted && shown.size() < MOST_COUNTED ? views.count(caller, conditions) : null;
    }
}
