package io.switchboard.core.rest.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.ReadAudit;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.audit.AuditQuery;
import io.switchboard.core.store.audit.AuditQuery.Position;
import io.switchboard.core.store.audit.AuditRow;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who changed the desk itself. */
@Path("/audit")
@JakartarsResource
@Component(service = AuditResource.class)
public final class AuditResource {
    private static final String LIST = "audit";
    private static final int STANDARD = 50;
    private static final int MAXIMUM = 200;

    private final ReadAudit audit;

    /** Makes the resource. */
    @Activate
    public AuditResource(@Reference ReadAudit audit) {
        this.audit = audit;
    }

    /** What limits the list. */
    public static final class Filter {
        @QueryParam("actor")
        private @Nullable String actor;

        @QueryParam("kind")
        private @Nullable String kind;

        @QueryParam("object")
        private @Nullable String object;

        @QueryParam("from")
        private @Nullable String from;

        @QueryParam("to")
        private @Nullable String to;

        @QueryParam("cursor")
        private @Nullable String cursor;

        @QueryParam("limit")
        private @Nullable String limit;

        int size() {
            return Parameters.limit(limit, STANDARD, MAXIMUM);
        }

        AuditQuery query() {
            new Limits()
                    .text("actor", actor, 200)
                    .text("kind", kind, 80)
                    .text("object", object, 200)
                    .check();
            return new AuditQuery(actor, kind, object, time("from", from), time("to", to), after(), size() + 1);
        }

        private @Nullable Position after() {
            List<String> parts = Cursor.read(cursor, LIST, 2);
            try {
                return parts == null ? null : new Position(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException foreign) {
                throw Cursor.invalid();
            }
        }

        private static @Nullable Instant time(String field, @Nullable String text) {
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeParseException noTime) {
                throw SwitchboardException.field(field, "must be a time such as 2026-03-01T12:00:00Z");
            }
        }
    }

    /** Lists entries. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Who changed the desk itself, newest first; needs audit.read",
            description =
                    "Filters: actor and object as they stand in entries, kind, from (inclusive) and to (exclusive)."
                            + " With Accept: text/csv the page is a sheet, and the next cursor stands in the Link header.",
            operationId = "listAudit")
    public Page<AuditView> list(@Context Caller caller, @BeanParam Filter filter) {
        List<AuditRow> rows = audit.list(caller, filter.query());
        return new Page<>(rows.stream().limit(filter.size()).map(AuditView::of).toList(), next(rows, filter.size()));
    }

    /** Lists entries as a sheet. */
    @GET
    @Produces("text/csv;qs=0.5")
    @Operation(hidden = true)
    public Response sheet(@Context Caller caller, @BeanParam Filter filter) {
        List<AuditRow> rows = audit.list(caller, filter.query());
        List<AuditRow> shown = rows.subList(0, Math.min(rows.size(), filter.size()));
        Response.ResponseBuilder response = Response.ok(AuditSheet.of(shown), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        String next = next(rows, filter.size());
        return (next == null ? response : response.header(HttpHeaders.LINK, "<?cursor=" + next + ">; rel=\"next\""))
                .build();
    }

    private static @Nullable String next(List<AuditRow> rows, int size) {
        if (rows.size() <= size) {
            return null;
        }
        AuditRow last = rows.get(size - 1);
        return Cursor.of(LIST, List.of(last.happenedAt().toString(), last.id().toString()));
    }
}
