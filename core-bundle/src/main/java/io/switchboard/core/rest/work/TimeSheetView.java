package io.switchboard.core.rest.work;

import io.switchboard.core.desk.work.WorkedTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All working time of a ticket.
 *
 * @param next always null: it is one page
 */
public record TimeSheetView(List<TimeView> items, @Nullable String next, long totalMinutes) {
    static TimeSheetView of(WorkedTime.Sheet sheet) {
        return new TimeSheetView(sheet.entries().stream().map(TimeView::of).toList(), null, sheet.totalMinutes());
    }
}
