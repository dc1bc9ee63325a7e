package io.switchboard.core.store.lifecycle;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.MapperSource;
import java.sql.SQLTransactionRollbackException;
import org.jspecify.annotations.Nullable;

/**
 * Notes in which status each ticket of an administrator's profile stands, so that none loses the status under its feet. A
 * ticket on its way holds one of the profile's slots until its transaction ends; who changes the profile takes all of them.
 * There are several so that tickets seldom wait for each other. Tickets of bundled profiles cost nothing.
 */
public final class Standings {
    static final int SLOTS = 16;

    private final MapperSource mappers;

    /** Makes the notes. */
    public Standings(MapperSource mappers) {
        this.mappers = mappers;
    }

    /**
     * Notes where a ticket comes to stand, in the thread's transaction, which is run again if the profile has lost that
     * place in the meantime.
     *
     * @param before where it stood, or null if it is new
     */
    public void moved(TicketId ticket, @Nullable Progress before, Progress after) {
        boolean same = before != null
                && before.profile().equals(after.profile())
                && before.status().equals(after.status());
        if (same) {
            return;
        }
        if (!Lifecycle.isBundled(after.profile())) {
            hold(ticket, after);
        }
        if (before != null) {
            left(ticket, before);
        }
        if (!Lifecycle.isBundled(after.profile())) {
            mapper().insertStanding(ticket, after.profile(), after.status());
        }
    }

    /** Forgets a ticket. */
    public void left(TicketId ticket, Progress before) {
        if (!Lifecycle.isBundled(before.profile())) {
            mapper().deleteStanding(ticket);
        }
    }

    private void hold(TicketId ticket, Progress there) {
        boolean held = mapper().hold(there.profile(), Math.floorMod(ticket.hashCode(), SLOTS)) == 1;
        boolean stands = held
                && mapper().find(there.profile())
                        .map(SqlProfileStore::read)
                        .filter(profile -> hasPlace(profile, there))
                        .isPresent();
        if (!stands) {
            throw new IllegalStateException(new SQLTransactionRollbackException(
                    "the lifecycle profile " + there.profile() + " was changed meanwhile", "40001"));
        }
    }

    private static boolean hasPlace(LifecycleProfile profile, Progress there) {
        return profile.definition(there.status())
                .filter(place -> place.stage() == there.stage() && place.nextMove() == there.nextMove())
                .isPresent();
    }

    private ProfileMapper mapper() {
        return mappers.of(ProfileMapper.class);
    }
}
