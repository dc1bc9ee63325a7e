package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Priority;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.desk.configuration.PriorityMatrix;
import io.switchboard.core.desk.configuration.PriorityMatrix.Matrix;
import io.switchboard.core.desk.configuration.PriorityMatrix.Row;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Which priority follows from impact and urgency. */
@Path("/priority-matrix")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = PriorityMatrixResource.class)
public final class PriorityMatrixResource {
    private final PriorityMatrix matrix;

    /** Makes the resource. */
    @Activate
    public PriorityMatrixResource(@Reference PriorityMatrix matrix) {
        this.matrix = matrix;
    }

    /** The matrix as it is wanted: a row for each impact. */
    public record PriorityMatrixRequest(
            @Nullable RowRequest high,
            @Nullable RowRequest medium,
            @Nullable RowRequest low) {}

    /** The priorities of an impact: one for each urgency. */
    public record RowRequest(
            @Nullable String high,
            @Nullable String medium,
            @Nullable String low) {}

    /** Reads the matrix. */
    @GET
    @Operation(summary = "Which priority follows from impact and urgency", operationId = "getPriorityMatrix")
    public Response get(@Context Caller caller) {
        return answer(matrix.get(caller));
    }

    /** Replaces the matrix. */
    @PUT
    @Operation(
            summary =
                    "Say which priority follows from impact and urgency; tickets keep theirs until they are classified",
            operationId = "putPriorityMatrix")
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            PriorityMatrixRequest request) {
        Matrix wanted =
                new Matrix(row("high", request.high()), row("medium", request.medium()), row("low", request.low()));
        return answer(matrix.replace(caller, wanted, Parameters.requiredIfMatch(version)));
    }

    private static Row row(String impact, @Nullable RowRequest row) {
        if (row == null) {
            throw SwitchboardException.field(impact, "must be given: a priority for each of high, medium and low");
        }
        return new Row(
                priority(impact + ".high", row.high()),
                priority(impact + ".medium", row.medium()),
                priority(impact + ".low", row.low()));
    }

    private static Priority priority(String field, @Nullable String id) {
        return Priority.of(id == null ? "" : id, field);
    }

    private static Response answer(Versioned<Matrix> matrix) {
        return Response.ok(matrix.content())
                .header(HttpHeaders.ETAG, Parameters.etag(matrix.version()))
                .build();
    }
}
