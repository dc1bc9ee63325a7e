package io.switchboard.core.rest.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.notification.Notice;
import io.switchboard.core.desk.notification.ReadNotifications;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What the caller is told of tickets. */
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = NotificationResource.class)
public final class NotificationResource {
    private static final String LIST = "notifications";
    private static final int STANDARD = 50;
    private static final int MAXIMUM = 200;

    private final ReadNotifications notifications;

    /** Makes the resource. */
    @Activate
    public NotificationResource(@Reference ReadNotifications notifications) {
        this.notifications = notifications;
    }

    /** A notification as it is answered. */
    public record NotificationView(
            String id,
            String kind,
            NotedTicketView ticket,
            @Nullable PersonReference by,
            Instant at,
            @Nullable Instant readAt) {
        static NotificationView of(Notice notice) {
            return new NotificationView(
                    notice.id().toString(),
                    notice.kind().id(),
                    new NotedTicketView(
                            notice.ticket().id().toString(),
                            notice.ticket().number(),
                            notice.ticket().subject()),
                    notice.by(),
                    notice.at(),
                    notice.readAt());
        }
    }

    /** The ticket of a notification. */
    public record NotedTicketView(String id, String number, String subject) {}

    /** Which notifications were read; without ids all of them. */
    public record ReadRequest(@Nullable List<String> ids) {}

    /** How many were read now that were not read before. */
    public record ReadView(int read) {}

    /** Lists notifications, the latest first. */
    @GET
    @Operation(summary = "List what one was told of tickets", operationId = "listNotifications")
    public Page<NotificationView> list(
            @Context Caller caller,
            @QueryParam("unread") @Nullable String unread,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        List<String> before = Cursor.read(cursor, LIST, 1);
        ReadNotifications.Notices found = notifications.list(
                caller,
                Parameters.flag("unread", unread),
                before == null ? null : position(before.get(0)),
                Parameters.limit(limit, STANDARD, MAXIMUM));
        UUID last = found.last();
        return new Page<>(
                found.notices().stream().map(NotificationView::of).toList(),
                last == null ? null : Cursor.of(LIST, List.of(last.toString())));
    }

    /** Says that notifications were read. */
    @POST
    @Path("/read")
    @Operation(summary = "Say that one read notifications, or all of them", operationId = "readNotifications")
    public ReadView read(@Context Caller caller, ReadRequest request) {
        List<String> ids = request.ids();
        return new ReadView(notifications.read(caller, ids == null ? null : ids(ids)));
    }

    private static Set<UUID> ids(List<String> texts) {
        if (texts.size() > MAXIMUM) {
            throw SwitchboardException.field("ids", "must have at most " + MAXIMUM + " entries");
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (String text : texts) {
            try {
                ids.add(UUID.fromString(String.valueOf(text)));
            } catch (IllegalArgumentException noId) {
                throw SwitchboardException.field("ids", "must be ids of notifications");
            }
        }
        return ids;
    }

    private static UUID position(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
