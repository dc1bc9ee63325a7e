package io.switchboard.review;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ui.Access;
import io.switchboard.api.ui.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What the caller has still to do of all reviews. */
@Path("/actions")
@Produces(MediaType.APPLICATION_JSON)
@Access(
        value = Access.Who.SIGNED_IN,
        rights = {Right.TICKET_READ, Right.TICKET_NOTE})
@JakartarsResource
@Component(service = OwnActions.class)
public final class OwnActions {
    private final Reviews reviews;
    private final Sight sight;

    /** Makes the resource. */
    @Activate
    public OwnActions(@Reference Reviews reviews, @Reference Sight sight) {
        this.reviews = reviews;
        this.sight = sight;
    }

    /** Lists the caller's open actions. */
    @GET
    public Map<String, Object> mine(@Context CurrentCaller caller) {
        PersonId person = caller.person();
        List<Action> open = person == null ? List.of() : reviews.openOf(person.value());
        return Map.of(
                "items",
                open.stream()
                        .filter(action -> reviews.find(action.review())
                                .flatMap(review -> sight.ticket(caller, review.ticket()))
                                .isPresent())
                        .map(action -> Views.action(action, reviews.now()))
                        .toList());
    }
}
