package io.switchboard.handle.bug;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.lifecycle.StatusDefinition;
import io.switchboard.api.ticket.Ticket;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways of one ticket, whatever its statuses are called.
 *
 * @param profile the ticket's lifecycle, or null if there is none of that name any more
 */
record Way(@Nullable LifecycleProfile profile, Status from) {
    static Way of(Ticket ticket, Desk desk) {
        return new Way(
                desk.lifecycle(ticket.progress().profile()).orElse(null),
                ticket.progress().status());
    }

    boolean waits() {
        return definition(from)
                .filter(status -> status.nextMove() == NextMove.THIRD_PARTY)
                .isPresent();
    }

    boolean done() {
        return definition(from)
                .filter(status -> status.category() == StatusCategory.DONE)
                .isPresent();
    }

    /** Returns the status in which it waits for a third party, if one can be reached and it does not wait already. */
    Optional<Status> toWaiting() {
        return waits()
                ? Optional.empty()
                : next().filter(status -> status.nextMove() == NextMove.THIRD_PARTY)
                        .map(StatusDefinition::status)
                        .findFirst();
    }

    /** Returns the status in which an agent works on it again, if it waits for a third party. */
    Optional<Status> toWork() {
        if (!waits()) {
            return Optional.empty();
        }
        Optional<Status> usual = next().map(StatusDefinition::status)
                .filter(Status.IN_PROGRESS::equals)
                .findFirst();
        return usual.isPresent()
                ? usual
                : next().filter(status ->
                                status.nextMove() == NextMove.AGENT && status.category() == StatusCategory.ACTIVE)
                        .map(StatusDefinition::status)
                        .findFirst();
    }

    private Stream<StatusDefinition> next() {
        return profile == null
                ? Stream.empty()
                : profile.next(from).stream().flatMap(status -> definition(status).stream());
    }

    private Optional<StatusDefinition> definition(Status status) {
        return profile == null ? Optional.empty() : profile.definition(status);
    }
}
