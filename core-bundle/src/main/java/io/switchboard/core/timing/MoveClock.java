package io.switchboard.core.timing;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves a test clock ahead. */
@Component(service = MoveClock.class)
public final class MoveClock {
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public MoveClock(@Reference DeskClock clock) {
        this.clock = clock;
    }

    /**
     * Moves it.
     *
     * @return the desk's time afterwards
     */
    public Instant handle(Caller caller, Duration step) {
        AccessPolicy.require(caller, Right.OPERATION_RUN);
        clock.moveBy(step);
        return clock.now();
    }
}
