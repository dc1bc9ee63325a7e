package io.switchboard.core.rest.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.conversation.PostMessage;
import io.switchboard.core.desk.conversation.ReadThread;
import io.switchboard.core.desk.intake.Channels;
import io.switchboard.core.desk.record.ReadHistory;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What was said in a ticket, and what happened to it. */
@Path("/tickets/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = ThreadResource.class)
public final class ThreadResource {
    private static final int STANDARD = 50;
    private static final int MAXIMUM = 200;

    private final ReadTicket read;
    private final ReadThread thread;
    private final ReadHistory history;
    private final PostMessage post;

    /** Makes the resource. */
    @Activate
    public ThreadResource(
            @Reference ReadTicket read,
            @Reference ReadThread thread,
            @Reference ReadHistory history,
            @Reference PostMessage post) {
        this.read = read;
        this.thread = thread;
        this.history = history;
        this.post = post;
    }

    /** A message to be posted. */
    public record MessageRequest(
            @Nullable String kind,
            @Nullable String body,
            @Nullable String format,
            @Nullable List<String> attachments,
            @Nullable String thenStatus,
            @Nullable Boolean automatic) {}

    /** Reads messages, the oldest first. */
    @GET
    @Path("/thread")
    @Operation(summary = "Read the thread of a ticket", operationId = "getThread")
    public Page<Map<String, @Nullable Object>> thread(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        int size = Parameters.limit(limit, STANDARD, MAXIMUM);
        List<String> after = Cursor.read(cursor, "thread", 1);
        List<Message> messages = thread.handle(
                caller, read.resolve(ticket), after == null ? null : MessageId.of(after.get(0)), size + 1);
        return Page.of(
                messages,
                size,
                MessageView::of,
                last -> Cursor.of("thread", List.of(last.id().toString())));
    }

    /** Posts a message. */
    @POST
    @Path("/messages")
    @Operation(summary = "Post a reply, a note, or a customer's message", operationId = "postMessage")
    public Response post(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            MessageRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        PostMessage.Posted posted = post.send(caller, id, Parameters.ifMatch(version), message(caller, request));
        Message message = thread.message(caller, posted.message());
        return Response.created(URI.create("/api/v1/tickets/" + posted.ticket().id() + "/thread"))
                .header(HttpHeaders.ETAG, Parameters.etag(posted.ticket().version()))
                .entity(MessageView.of(message))
                .build();
    }

    private static NewMessage message(Caller caller, MessageRequest request) {
        return new NewMessage(
                kind(caller, request.kind()),
                request.body() == null ? "" : request.body(),
                request.format() == null ? BodyFormat.TEXT : BodyFormat.of(request.format(), "format"),
                OpenTicketRequest.attachmentIds(request.attachments()),
                request.thenStatus() == null ? null : new Status(request.thenStatus()),
                null,
                Channels.API,
                Boolean.TRUE.equals(request.automatic()));
    }

    /** What somebody says who is not of the desk is a customer's message; those of the desk must say what it is. */
    private static MessageKind kind(Caller caller, @Nullable String wanted) {
        if (wanted == null) {
            if (AccessPolicy.readsNotes(caller)) {
                throw SwitchboardException.field("kind", "must be reply, note or customer");
            }
            return MessageKind.CUSTOMER;
        }
        MessageKind kind = MessageKind.of(wanted, "kind");
        return kind == MessageKind.REPLY && !caller.staff() ? MessageKind.CUSTOMER : kind;
    }

    /** Reads what happened, the latest first. */
    @GET
    @Path("/history")
    @Operation(summary = "Read the history of a ticket", operationId = "getHistory")
    public Page<Map<String, @Nullable Object>> history(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        int size = Parameters.limit(limit, STANDARD, MAXIMUM);
        List<String> before = Cursor.read(cursor, "history", 1);
        List<TicketEvent> events = history.handle(
                caller, read.resolve(ticket), before == null ? Long.MAX_VALUE : sequence(before.get(0)), size + 1);
        return Page.of(
                events, size, EventView::of, last -> Cursor.of("history", List.of(Long.toString(last.sequence()))));
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }
}
