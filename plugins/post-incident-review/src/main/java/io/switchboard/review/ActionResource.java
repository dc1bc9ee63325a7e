package io.switchboard.review;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ui.Access;
import io.switchboard.api.ui.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The actions of reviews over HTTP. They can be changed after the review was completed: that is when most are done. */
@Path("/reviews/{review}/actions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Access(
        value = Access.Who.SIGNED_IN,
        rights = {Right.TICKET_READ, Right.TICKET_NOTE})
@JakartarsResource
@Component(service = ActionResource.class)
public final class ActionResource {
    private static final int LONGEST_TITLE = 300;

    private final Reviews reviews;
    private final Sight sight;
    private final Directory directory;

    /** Makes the resource. */
    @Activate
    public ActionResource(@Reference Reviews reviews, @Reference Sight sight, @Reference Directory directory) {
        this.reviews = reviews;
        this.sight = sight;
        this.directory = directory;
    }

    /** An action as it is wanted. */
    public record ActionRequest(
            @Nullable String title,
            @Nullable String owner,
            @Nullable String due,
            @Nullable Boolean done) {}

    /** Adds an action. */
    @POST
    public Response add(@Context CurrentCaller caller, @PathParam("review") String id, ActionRequest request) {
        Review review = review(caller, id);
        String title = Input.line("title", request.title(), LONGEST_TITLE);
        Action added = reviews.add(review, title, owner(request.owner()), Input.day("due", request.due()));
        return answer(201, added);
    }

    /** Replaces an action. */
    @PUT
    @Path("/{action}")
    public Response put(
            @Context CurrentCaller caller,
            @PathParam("review") String reviewId,
            @PathParam("action") String actionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ActionRequest request) {
        Review review = review(caller, reviewId);
        Action action = action(review, actionId);
        int seen = Input.version(version, action.version());
        boolean done = Boolean.TRUE.equals(request.done());
        PersonId person = caller.person();
        UUID doer = action.doneAt() != null || person == null ? action.doneBy() : person.value();
        Instant doneAt = action.doneAt() == null ? reviews.now() : action.doneAt();
        LocalDate due = Input.day("due", request.due());
        Action wanted = new Action(
                action.id(),
                action.review(),
                Input.line("title", request.title(), LONGEST_TITLE),
                owner(request.owner()),
                due == null ? null : due.toString(),
                done ? doneAt : null,
                done ? doer : null,
                seen,
                action.createdAt());
        return answer(200, reviews.change(review, wanted));
    }

    /** Removes an action. */
    @DELETE
    @Path("/{action}")
    public void remove(
            @Context CurrentCaller caller,
            @PathParam("review") String reviewId,
            @PathParam("action") String actionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        Action action = action(review(caller, reviewId), actionId);
        reviews.remove(action.id(), Input.version(version, action.version()));
    }

    private Response answer(int status, Action action) {
        return Response.status(status)
                .entity(Views.action(action, reviews.now()))
                .header(HttpHeaders.ETAG, Views.etag(action.version()))
                .build();
    }

    private Review review(CurrentCaller caller, String id) {
        return visible(caller, Input.id("review", id)).orElseThrow(() -> SwitchboardException.notFound("review"));
    }

    private Optional<Review> visible(CurrentCaller caller, UUID id) {
        return reviews.find(id)
                .filter(review -> sight.ticket(caller, review.ticket()).isPresent());
    }

    private Action action(Review review, String id) {
        return reviews.action(Input.id("action", id))
                .filter(action -> action.review().equals(review.id()))
                .orElseThrow(() -> SwitchboardException.notFound("action"));
    }

    private @Nullable UUID owner(@Nullable String owner) {
        if (owner == null) {
            return null;
        }
        PersonId id = new PersonId(Input.id("owner", owner));
        return directory
                .agent(id)
                .map(agent -> id.value())
                .orElseThrow(() -> SwitchboardException.field("owner", "must be the id of an agent"));
    }
}
