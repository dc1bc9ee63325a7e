package io.switchboard.core.rest.work;

import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.desk.work.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task as it is answered. */
public record TaskView(
        String id,
        String ticket,
        String title,
        @Nullable PersonReference assignee,
        @Nullable Instant due,
        boolean done,
        @Nullable Instant doneAt,
        @Nullable PersonReference doneBy,
        int order,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static TaskView of(Task task) {
        return new TaskView(
                task.id().toString(),
                task.ticket().toString(),
                task.title(),
                task.assignee(),
                task.due(),
                task.doneAt() != null,
                task.doneAt(),
                task.doneBy(),
                task.order(),
                task.version(),
                task.createdAt(),
                task.updatedAt());
    }
}
