package io.switchboard.api.ticket;

import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.lifecycle.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands.
 *
 * @param profile the id of its lifecycle profile, for example {@code standard}
 * @param status its status, one of the profile's
 * @param stage the stage that the profile maps the status to
 * @param nextMove who has the next move, by the profile
 * @param disposition whether it is in the ordinary flow
 * @param triage whether triage has spoken
 * @param postponedUntil until when it sleeps, or null if it is awake
 * @param statusSince when it came into the status
 * @param reopenings how often it was reopened
 */
public record Progress(
        String profile,
        Status status,
        Stage stage,
        NextMove nextMove,
        Disposition disposition,
        TriageState triage,
        @Nullable Instant postponedUntil,
        Instant statusSince,
        int reopenings) {}
