package io.switchboard.review;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ui.Access;
import io.switchboard.api.ui.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Reviews over HTTP, below {@code /api/v1/x/post-incident-review/reviews}. */
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Access(
        value = Access.Who.SIGNED_IN,
        rights = {Right.TICKET_READ, Right.TICKET_NOTE})
@JakartarsResource
@Component(service = ReviewResource.class)
public final class ReviewResource {
    private static final int PAGE = 50;
    private static final int LONGEST = 50_000;
    private static final Duration BY_HAND = Duration.ofDays(5);

    private final Reviews reviews;
    private final Sight sight;

    /** Makes the resource. */
    @Activate
    public ReviewResource(@Reference Reviews reviews, @Reference Sight sight) {
        this.reviews = reviews;
        this.sight = sight;
    }

    /** Which ticket a review is wanted of, by its id or number. */
    public record MakeRequest(@Nullable String ticket) {}

    /** A review as it is wanted. */
    public record ReviewRequest(
            @Nullable String summary,
            @Nullable String rootCause,
            @Nullable String lessons,
            @Nullable String state) {}

    /** Lists reviews, the latest first. */
    @GET
    public Map<String, Object> list(
            @Context CurrentCaller caller,
            @QueryParam("state") @DefaultValue(Review.OPEN) String state,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID before = cursor == null ? null : Input.id("cursor", cursor);
        List<Review> found = reviews.list(state(state), before, PAGE + 1);
        List<Map<String, Object>> items = new ArrayList<>();
        for (Review review : found.subList(0, Math.min(PAGE, found.size()))) {
            sight.ticket(caller, review.ticket()).ifPresent(ticket -> items.add(Views.review(review, ticket)));
        }
        Map<String, Object> answer = new HashMap<>(Map.of("items", items));
        answer.put("next", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        return answer;
    }

    /** Makes a review by hand; the one that is there is returned. */
    @POST
    public Response make(@Context CurrentCaller caller, MakeRequest request) {
        Ticket ticket = sight.ticket(caller, Input.line("ticket", request.ticket(), 60));
        PersonId person = caller.person();
        Reviews.Made made = reviews.make(ticket.id(), person == null ? null : person.value(), BY_HAND);
        return answer(made.fresh() ? 201 : 200, made.review(), ticket);
    }

    /** Reads a review with its actions. */
    @GET
    @Path("/{review}")
    public Response get(@Context CurrentCaller caller, @PathParam("review") String id) {
        Review review = review(id);
        return answer(200, review, ticket(caller, review));
    }

    /** Replaces what a review says; it is completed with a summary and a root cause only. */
    @PUT
    @Path("/{review}")
    public Response put(
            @Context CurrentCaller caller,
            @PathParam("review") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ReviewRequest request) {
        Review review = review(id);
        Ticket ticket = ticket(caller, review);
        int seen = Input.version(version, review.version());
        String state = state(request.state() == null ? review.state() : request.state());
        boolean completed = state.equals(Review.COMPLETED);
        Review wanted = new Review(
                review.id(),
                review.ticket(),
                state,
                review.madeBy(),
                said("summary", request.summary(), completed),
                said("rootCause", request.rootCause(), completed),
                said("lessons", request.lessons(), false),
                seen,
                review.createdAt(),
                review.dueAt(),
                !completed ? null : review.completedAt() == null ? reviews.now() : review.completedAt());
        return answer(200, reviews.change(wanted), ticket);
    }

    private Response answer(int status, Review review, Ticket ticket) {
        Map<String, Object> body = Views.review(review, ticket);
        body.put(
                "actions",
                reviews.actions(review.id()).stream()
                        .map(action -> Views.action(action, reviews.now()))
                        .toList());
        return Response.status(status)
                .entity(body)
                .header(HttpHeaders.ETAG, Views.etag(review.version()))
                .build();
    }

    private Review review(String id) {
        return reviews.find(Input.id("review", id)).orElseThrow(() -> SwitchboardException.notFound("review"));
    }

    private Ticket ticket(CurrentCaller caller, Review review) {
        return sight.ticket(caller, review.ticket()).orElseThrow(() -> SwitchboardException.notFound("review"));
    }

    private static @Nullable String said(String field, @Nullable String text, boolean needed) {
        if (text == null || text.isBlank()) {
            if (needed) {
                throw SwitchboardException.field(field, "must be given before a review is completed");
            }
            return null;
        }
        return Input.text(field, text, LONGEST);
    }

    private static String state(String state) {
        if (!state.equals(Review.OPEN) && !state.equals(Review.COMPLETED)) {
            throw SwitchboardException.field("state", "must be open or completed");
        }
        return state;
    }
}
