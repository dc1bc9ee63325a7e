package io.switchboard.core.rest.work;

import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.desk.work.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task as it is sent: open, at the end and nobody's, where nothing else is said. */
record TaskRequest(
        @Nullable String title,
        @Nullable String assignee,
        @Nullable Instant due,
        @Nullable Boolean done,
        @Nullable Integer order) {
    static TaskRequest of(Task task) {
        PersonReference assignee = task.assignee();
        return new TaskRequest(
                task.title(),
                assignee == null ? null : assignee.id().toString(),
                task.due(),
                task.doneAt() != null,
                task.order());
    }

    Task.Wish wish() {
        return new Task.Wish(title, Ids.person("assignee", assignee), due, Boolean.TRUE.equals(done), order);
    }
}
