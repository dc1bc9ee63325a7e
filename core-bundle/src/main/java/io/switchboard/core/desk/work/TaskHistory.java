package io.switchboard.core.desk.work;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.store.work.TaskRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the history of a ticket what became of a task. The title is somebody's words, and so can be erased. */
final class TaskHistory {
    private TaskHistory() {}

    static void made(TicketEdit edit, TaskRow task) {
        tell(edit, task, "made", changes(null, task));
    }

    static void changed(TicketEdit edit, TaskRow before, TaskRow after) {
        boolean done = after.doneAt() != null;
        String what = (before.doneAt() != null) == done ? "changed" : done ? "done" : "opened again";
        tell(edit, after, what, changes(before, after));
    }

    static void removed(TicketEdit edit, TaskRow task) {
        tell(edit, task, "removed", List.of(new FieldChange("task", task.title(), null)));
    }

    private static void tell(TicketEdit edit, TaskRow task, String what, List<FieldChange> changes) {
        edit.record(EventType.TASK_CHANGED, changes, Map.of("task", task.id().toString(), "happened", what));
    }

    private static List<FieldChange> changes(@Nullable TaskRow before, TaskRow after) {
        List<FieldChange> changes = new ArrayList<>();
        compare(changes, "task", before == null ? null : before.title(), after.title());
        compare(changes, "task.assignee", before == null ? null : before.assignee(), after.assignee());
        compare(changes, "task.due", before == null ? null : before.dueAt(), after.dueAt());
        compare(changes, "task.done", before == null ? null : before.doneAt() != null, after.doneAt() != null);
        compare(changes, "task.order", before == null ? null : before.place(), after.place());
        return changes;
    }

    private static void compare(
            List<FieldChange> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(
                    field, before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }
}
