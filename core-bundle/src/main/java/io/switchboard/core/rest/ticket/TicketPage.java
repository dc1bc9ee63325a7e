package io.switchboard.core.rest.ticket;

import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ConfidentialReads;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.work.ReadWork;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.ticket.StoredTicket;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One ticket with what is told only when it is read by itself: the work inside it, and where it went on. */
@Component(service = TicketPage.class)
public final class TicketPage {
    private final ReadTicket read;
    private final ConfidentialReads looks;
    private final ReadWork work;

    /** Makes it. */
    @Activate
    public TicketPage(@Reference ReadTicket read, @Reference ConfidentialReads looks, @Reference ReadWork work) {
        this.read = read;
        this.looks = looks;
        this.work = work;
    }

    /** Answers with the ticket, if the caller sees it. */
    Response read(Caller caller, TicketId id) {
        StoredTicket stored = read.stored(caller, id);
        Ticket ticket = stored.ticket();
        looks.note(caller, ticket);
        Map<String, @Nullable Object> view = TicketView.of(ticket, caller);
        work.sum(caller, ticket).ifPresent(sum -> {
            view.put("openTasks", sum.openTasks());
            view.put("minutesRecorded", sum.minutes());
        });
        read.survivor(caller, stored).ifPresent(survivor -> view.put("mergedInto", reference(survivor)));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Parameters.etag(ticket.version()))
                .build();
    }

    private static Map<String, Object> reference(Ticket ticket) {
        return Map.of("id", ticket.id().toString(), "number", ticket.number(), "subject", ticket.subject());
    }
}
