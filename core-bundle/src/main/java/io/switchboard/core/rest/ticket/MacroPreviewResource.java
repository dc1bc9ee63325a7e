package io.switchboard.core.rest.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.macro.ApplyMacro;
import io.switchboard.core.desk.macro.Macro;
import io.switchboard.core.desk.macro.StepText;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.ticket.MacroResource.AppliedMacro;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Says what steps would do to a ticket before they are kept as a macro. */
@Path("/macros/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = MacroPreviewResource.class)
public final class MacroPreviewResource {
    private final ApplyMacro apply;
    private final ReadTicket read;

    /** Makes the resource. */
    @Activate
    public MacroPreviewResource(@Reference ApplyMacro apply, @Reference ReadTicket read) {
        this.apply = apply;
        this.read = read;
    }

    /** Steps that need not be kept, and a ticket by id or number. */
    public record MacroPreviewRequest(
            @Nullable String ticket, @Nullable List<@Nullable StepText> steps) {}

    /** Takes no step, and says what they would do. */
    @POST
    @Operation(
            summary = "Say what the steps of a macro that need not be kept would do to a ticket",
            operationId = "previewMacro")
    public AppliedMacro preview(@Context Caller caller, MacroPreviewRequest request) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        if (request.ticket() == null) {
            throw SwitchboardException.field("ticket", "must be given");
        }
        ApplyMacro.Applied rehearsed =
                apply.rehearse(caller, new Macro(null, true, steps(request)), read.resolve(request.ticket()));
        return new AppliedMacro(true, TicketView.of(rehearsed.ticket(), caller), rehearsed.done());
    }

    private static List<StepText> steps(MacroPreviewRequest request) {
        List<@Nullable StepText> steps = request.steps() == null ? List.of() : request.steps();
        if (steps.stream().anyMatch(Objects::isNull)) {
            throw SwitchboardException.field("steps", "must not hold null");
        }
        return steps.stream().map(Objects::requireNonNull).toList();
    }
}
