package io.switchboard.core.timing;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves a test clock ahead. */
@Component(service = MoveClock.class)
public final class MoveClock {
    private final DeskClock clock;
    private final AuditLog audit;

    /** Makes the use case. */
    @Activate
    public MoveClock(@Reference DeskClock clock, @Reference AuditLog audit) {
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Moves it.
     *
     * @return the desk's time afterwards
     */
    public Instant handle(Caller caller, Duration step) {
        AccessPolicy.require(caller, Right.OPERATION_RUN);
        clock.moveBy(step);
        audit.record(caller, AuditKind.CLOCK_MOVED, "clock:desk", null, Map.of("by", step.toString()));
        return clock.now();
    }
}
