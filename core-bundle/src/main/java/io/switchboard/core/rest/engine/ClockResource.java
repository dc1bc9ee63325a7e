package io.switchboard.core.rest.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.timing.MoveClock;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The test clock; refused unless the server was started with one. */
@Component(service = ClockResource.class)
@JakartarsResource
@Path("clock")
@Produces(MediaType.APPLICATION_JSON)
public final class ClockResource {
    private final MoveClock move;

    /** Makes the resource. */
    @Activate
    public ClockResource(@Reference MoveClock move) {
        this.move = move;
    }

    /**
     * How far to move it.
     *
     * @param by an ISO 8601 duration ahead, for example {@code PT24H}
     */
    public record ClockRequest(@Nullable String by) {}

    /**
     * The clock afterwards.
     *
     * @param now the desk's time
     */
    public record ClockView(Instant now) {}

    /** Moves the clock ahead. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Move the test clock ahead", operationId = "moveClock")
    public ClockView move(@Context Caller caller, ClockRequest request) {
        return new ClockView(move.handle(caller, step(request.by())));
    }

    private static Duration step(@Nullable String by) {
        if (by != null) {
            try {
                return Duration.parse(by);
            } catch (DateTimeParseException notADuration) {
                throw SwitchboardException.field("by", "must be an ISO 8601 duration, for example PT24H");
            }
        }
        throw SwitchboardException.field("by", "must be given, for example PT24H");
    }
}
