package io.switchboard.core.triage;

import io.switchboard.api.people.PersonId;
import java.time.Instant;
import java.util.Set;

/** Knows who is away; given by the part that keeps people. */
public interface Absences {
    /** Returns who is away at a moment of the desk's clock. Runs in a transaction of its own. */
    Set<PersonId> awayAt(Instant at);
}
