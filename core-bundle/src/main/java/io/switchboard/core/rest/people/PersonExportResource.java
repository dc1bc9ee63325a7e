package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.person.ExportPerson;
import io.switchboard.core.files.DownloadFile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** A person's data, for that person. */
@Path("/people/{id}/export")
@JakartarsResource
@Component(service = PersonExportResource.class)
public final class PersonExportResource {
    private final ExportPerson export;
    private final DownloadFile download;

    /** Makes the resource. */
    @Activate
    public PersonExportResource(@Reference ExportPerson export, @Reference DownloadFile download) {
        this.export = export;
        this.download = download;
    }

    /** Streams the data. */
    @GET
    @Produces("application/zip")
    @Operation(
            summary = "A person's data and the tickets that they see, as a zip of JSON and files; one's own, or by"
                    + " person.erase",
            operationId = "exportPerson")
    public Response export(@Context Caller caller, @PathParam("id") String id) {
        PersonId person = PersonId.of(id);
        return Response.ok(new PersonArchive(export, download, export.begin(caller, person)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person-" + person + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
