package io.switchboard.core.rest.root;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.store.backup.Backup;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** A backup of the running desk. */
@Path("/backup")
@JakartarsResource
@Component(service = BackupResource.class)
public final class BackupResource {
    private final Backup backup;
    private final AuditLog audit;

    /** Makes the resource. */
    @Activate
    public BackupResource(@Reference Backup backup, @Reference AuditLog audit) {
        this.backup = backup;
        this.audit = audit;
    }

    /** Streams a consistent backup of the whole desk. */
    @POST
    @Produces("application/zip")
    @Operation(summary = "Back the desk up", operationId = "backUp")
    public Response backUp(@Context Caller caller) {
        AccessPolicy.require(caller, Right.OPERATION_RUN);
        audit.record(caller, AuditKind.BACKUP_MADE, "backup:all");
        StreamingOutput body = backup::writeTo;
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"switchboard-backup.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
