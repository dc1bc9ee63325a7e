package io.switchboard.core.rest.relation;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.relation.ReadChain;
import io.switchboard.core.desk.relation.ReadChain.Chain;
import io.switchboard.core.desk.relation.ReadChain.Member;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.rest.ticket.TicketView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The chain that a ticket belongs to, as one story. */
@Path("/tickets/{ticket}/chain")
@Produces(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = ChainResource.class)
public final class ChainResource {
    private static final int STANDARD = 50;
    private static final int MAXIMUM = 200;

    private final ReadTicket read;
    private final ReadChain chain;

    /** Makes the resource. */
    @Activate
    public ChainResource(@Reference ReadTicket read, @Reference ReadChain chain) {
        this.read = read;
        this.chain = chain;
    }

    /** Reads the tickets of the chain, how long the whole took in seconds, and a page of what happened, oldest first. */
    @GET
    @Operation(summary = "Read the chain of a ticket with its timeline", operationId = "getChain")
    public Map<String, @Nullable Object> get(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        int size = Parameters.limit(limit, STANDARD, MAXIMUM);
        List<String> after = Cursor.read(cursor, "chain", 1);
        Chain found = chain.handle(caller, read.resolve(ticket), after == null ? null : event(after.get(0)), size + 1);
        Page<Map<String, @Nullable Object>> page = Page.of(
                found.events(),
                size,
                ChainResource::view,
                last -> Cursor.of("chain", List.of(last.id().toString())));
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put(
                "tickets",
                found.members().stream().map(member -> view(caller, member)).toList());
        view.put("solvedAt", found.solvedAt());
        view.put("totalSeconds", found.total().toSeconds());
        view.put("items", page.items());
        view.put("next", page.next());
        return view;
    }

    private static Map<String, @Nullable Object> view(Caller caller, Member member) {
        Map<String, @Nullable Object> view = TicketView.of(member.ticket(), caller);
        view.put("solvedAt", member.solvedAt());
        return view;
    }

    private static Map<String, @Nullable Object> view(TicketEvent event) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", event.id().toString());
        view.put("ticket", event.ticket().toString());
        view.put("sequence", event.sequence());
        view.put("type", event.type().id());
        view.put("at", event.at());
        return view;
    }

    private static EventId event(String text) {
        try {
            return EventId.of(text);
        } catch (SwitchboardException notOurs) {
            throw Cursor.invalid();
        }
    }
}
