package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.person.ErasePerson;
import io.switchboard.core.desk.person.ErasePerson.Erased;
import io.switchboard.core.desk.person.ErasePerson.Wish;
import io.switchboard.core.desk.person.Erasure;
import io.switchboard.core.desk.person.TicketWords;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The erasure of a person. */
@Path("/people/{id}/erase")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = PersonErasureResource.class)
public final class PersonErasureResource {
    private final ErasePerson erase;

    /** Makes the resource. */
    @Activate
    public PersonErasureResource(@Reference ErasePerson erase) {
        this.erase = erase;
    }

    /** What is wanted. */
    public record ErasureRequest(
            @Nullable String reason, @Nullable String tickets) {}

    /** How far it is. */
    public record ErasureView(
            String id,
            String name,
            String tickets,
            String state,
            long redactedTickets,
            Instant begunAt,
            @Nullable Instant endedAt) {
        static ErasureView of(Erased erased) {
            Erasure erasure = erased.erasure();
            return new ErasureView(
                    erased.person().toString(),
                    erased.name(),
                    erasure.tickets().id(),
                    erasure.done() ? "done" : "running",
                    erasure.redacted(),
                    erasure.begunAt(),
                    erasure.endedAt());
        }
    }

    /** Erases a person. */
    @POST
    @Operation(
            summary = "Make a person unrecognisable for good; what they left in many tickets goes little by little",
            operationId = "erasePerson")
    public ErasureView erase(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ErasureRequest request) {
        String reason = request.reason();
        Wish wish = new Wish(reason == null ? "" : reason, TicketWords.of(request.tickets(), "tickets"));
        return ErasureView.of(erase.handle(caller, PersonId.of(id), Parameters.requiredIfMatch(version), wish));
    }

    /** Tells how far it is. */
    @GET
    @Operation(summary = "How far the erasure of a person is", operationId = "getErasure")
    public ErasureView get(@Context Caller caller, @PathParam("id") String id) {
        return ErasureView.of(erase.get(caller, PersonId.of(id)));
    }
}
