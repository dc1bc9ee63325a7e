package io.switchboard.core.rest.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.macro.ApplyMacro;
import io.switchboard.core.desk.macro.Steps;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Applies macros to tickets. */
@Path("/macros/{id}/apply")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = MacroResource.class)
public final class MacroResource {
    private final ApplyMacro apply;
    private final ReadTicket read;

    /** Makes the resource. */
    @Activate
    public MacroResource(@Reference ApplyMacro apply, @Reference ReadTicket read) {
        this.apply = apply;
        this.read = read;
    }

    /** A ticket by id or number, and the version that was seen, unless that stands in {@code If-Match}. */
    public record ApplyRequest(
            @Nullable String ticket, @Nullable Long version) {}

    /** What the macro did, or would do. */
    public record AppliedMacro(boolean dryRun, Map<String, @Nullable Object> ticket, List<Steps.Done> steps) {}

    /**
     * Takes all steps, or none; with {@code dryRun=true} none, and says what they would do. The ETag is that of the ticket as
     * it is then.
     */
    @POST
    @Operation(
            summary = "Apply a macro to a ticket: all steps or none; with dryRun=true, say what they would do",
            operationId = "applyMacro")
    public Response apply(
            @Context Caller caller,
            @PathParam("id") String macro,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") @Nullable String dryRun,
            ApplyRequest request) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        if (request.ticket() == null) {
            throw SwitchboardException.field("ticket", "must be given");
        }
        boolean rehearsal = Parameters.flag("dryRun", dryRun);
        ApplyMacro.Applied applied = apply.handle(
                caller,
                macro(macro),
                read.resolve(request.ticket()),
                precondition(ifMatch, request.version(), rehearsal),
                rehearsal);
        long version = rehearsal ? applied.seen() : applied.ticket().version();
        return Response.ok(new AppliedMacro(rehearsal, TicketView.of(applied.ticket(), caller), applied.done()))
                .header(HttpHeaders.ETAG, Parameters.etag(version))
                .build();
    }

    private static Precondition precondition(@Nullable String header, @Nullable Long version, boolean rehearsal) {
        if (version != null) {
            return Precondition.version(version);
        }
        if (header == null && !rehearsal) {
            throw new SwitchboardException(
                    ErrorCode.VERSION_REQUIRED, "Read the ticket first, and send its version or its ETag in If-Match");
        }
        return Parameters.ifMatch(header);
    }

    static UUID macro(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.notFound("macro");
        }
    }
}
