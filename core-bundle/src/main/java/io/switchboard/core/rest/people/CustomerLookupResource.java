package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.lookup.Heard;
import io.switchboard.core.people.lookup.LookUpCustomer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Looks a customer up in the directories that plugins bring. */
@Path("/customers/{id}/lookup")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = CustomerLookupResource.class)
public final class CustomerLookupResource {
    private final LookUpCustomer lookUp;

    /** Makes the resource. */
    @Activate
    public CustomerLookupResource(@Reference LookUpCustomer lookUp) {
        this.lookUp = lookUp;
    }

    /**
     * What is wanted.
     *
     * @param follow fields that are to follow the directories again although a person set them
     */
    record LookupRequest(@Nullable List<String> follow) {}

    /** What a directory said: {@code known}, {@code unknown}, or {@code failed} with what went wrong. */
    record DirectoryView(
            String plugin, String answer, @Nullable String message) {
        static DirectoryView of(Heard heard) {
            String failure = heard.failure();
            String answer = failure != null ? "failed" : heard.entry() == null ? "unknown" : "known";
            return new DirectoryView(heard.plugin(), answer, failure);
        }
    }

    /** What came of it. */
    record LookupView(List<DirectoryView> directories, Set<String> changed, CustomerView customer) {}

    /** Looks the customer up now. */
    @POST
    @Operation(
            summary = "Look a customer up in the customer directories now, and take over what they say",
            operationId = "lookUpCustomer")
    public LookupView lookUp(@Context Caller caller, @PathParam("id") String id, LookupRequest request) {
        Set<String> follow = Set.copyOf(Reading.limited("follow", request.follow()));
        LookUpCustomer.Found found = lookUp.handle(caller, PersonId.of(id), follow);
        return new LookupView(
                found.heard().stream().map(DirectoryView::of).toList(),
                found.changed(),
                CustomerView.of(found.customer()));
    }
}
