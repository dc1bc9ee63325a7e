package io.switchboard.handle.bug;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ui.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The defects and their tickets, at {@code /api/v1/x/handle-bug/reports}, for those who see all tickets that are not confidential. */
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
@Access(
        value = Access.Who.SIGNED_IN,
        rights = {Right.TICKET_READ_ALL, Right.TICKET_NOTE})
@JakartarsResource
@Component(service = ReportsResource.class)
public final class ReportsResource {
    private static final int PAGE = 50;

    private final Defects defects;
    private final Desk desk;

    /** Makes the resource. */
    @Activate
    public ReportsResource(@Reference Defects defects, @Reference Desk desk) {
        this.defects = defects;
        this.desk = desk;
    }

    /** Lists them, the latest first. */
    @GET
    public Map<String, Object> list(@QueryParam("cursor") @Nullable String cursor) {
        List<Defect> found = defects.list(cursor == null ? null : id(cursor), PAGE + 1);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", found.stream().limit(PAGE).map(this::view).toList());
        answer.put("next", found.size() > PAGE ? found.get(PAGE - 1).id().toString() : null);
        return answer;
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException none) {
            throw SwitchboardException.field("cursor", "must be the 'next' of another page");
        }
    }

    private Map<String, Object> view(Defect defect) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", defect.id().toString());
        view.put("tracker", defect.tracker());
        view.put("reference", defect.reference());
        view.put("address", defect.address());
        view.put("state", defect.state());
        view.put("stateName", defect.stateName());
        view.put("trouble", defect.trouble());
        view.put("troubleSince", defect.troubleSince() == null ? null : String.valueOf(defect.troubleSince()));
        view.put("createdAt", defect.createdAt().toString());
        view.put("tickets", tickets(defect));
        return view;
    }

    private List<String> tickets(Defect defect) {
        return defects.members(defect.id()).stream()
                .flatMap(member -> desk.ticket(new TicketId(member.ticket())).stream())
                .filter(ticket -> !ticket.confidential())
                .map(Ticket::number)
                .sorted()
                .toList();
    }
}
