package io.switchboard.core.desk.survey;

import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.survey.SurveyCount;
import io.switchboard.core.store.survey.SurveyFilter;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.survey.SurveyStore;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows the desk what customers were asked and what they said: only about tickets that the caller sees. */
@Component(service = ReadSurveys.class)
public final class ReadSurveys {
    private final Transactions transactions;
    private final ReadTicket read;
    private final SurveyStore store;
    private final SurveyChoice choice;
    private final TicketStore tickets;

    /** Makes the use case. */
    @Activate
    public ReadSurveys(
            @Reference Transactions transactions,
            @Reference ReadTicket read,
            @Reference SurveyStore store,
            @Reference SurveyChoice choice,
            @Reference TicketStore tickets) {
        this.transactions = transactions;
        this.read = read;
        this.store = store;
        this.choice = choice;
        this.tickets = tickets;
    }

    /** A page of invitations, with the tickets they are about. */
    public record Surveyed(List<SurveyRow> invitations, Map<TicketId, TicketSummary> tickets) {}

    /** Returns what became of each closure of a ticket, the latest first. */
    public List<SurveyRow> of(Caller caller, TicketId ticket) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            AccessPolicy.require(caller, Right.TICKET_NOTE);
            return store.of(ticket);
        });
    }

    /** Returns invitations, the latest first. */
    public Surveyed list(Caller caller, SurveyFilter filter) {
        requireReader(caller);
        VisibilityScope scope = AccessPolicy.scope(caller);
        return transactions.read(() -> {
            List<SurveyRow> rows = store.list(filter, scope);
            List<TicketId> ids =
                    rows.stream().map(SurveyRow::ticketId).distinct().toList();
            Map<TicketId, TicketSummary> found = tickets.summaries(ids, scope).stream()
                    .collect(Collectors.toMap(TicketSummary::id, Function.identity()));
            return new Surveyed(rows, found);
        });
    }

    /** Counts invitations and answers. */
    public List<SurveyResult> results(Caller caller, SurveyFilter filter) {
        requireReader(caller);
        List<SurveyCount> counts = transactions.read(() -> store.count(filter, AccessPolicy.scope(caller)));
        return SurveyResult.of(counts);
    }

    private void requireReader(Caller caller) {
        AccessPolicy.require(caller, Right.REPORT_READ);
        if (!choice.installed() && !transactions.read(store::any)) {
            throw SurveyChoice.notInstalled();
        }
    }
}
