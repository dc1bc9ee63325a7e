package io.switchboard.api.lifecycle;

import java.util.Set;

/**
 * What a profile says of one of its statuses.
 *
 * @param status the status
 * @param name the display name in English, for example {@code Waiting for Customer}
 * @param stage the stage it belongs to
 * @param nextMove who has the next move while a ticket stands there
 * @param category what it means for queues
 * @param runningClocks the kinds of deadline whose clocks run there unless the service level says otherwise, for example
 *     {@code first_response}, {@code next_response}, {@code resolution}
 */
public record StatusDefinition(
        Status status,
        String name,
        Stage stage,
        NextMove nextMove,
        StatusCategory category,
        Set<String> runningClocks) {
    /** Keeps a copy. */
    public StatusDefinition {
        runningClocks = Set.copyOf(runningClocks);
    }
}
