package io.switchboard.core.triage;

import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.intake.IntakePace;
import io.switchboard.core.feed.Subscriptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has triage look at tickets that were opened or changed; the first reaction to be told. */
@Component(service = Reaction.class)
@Subscription(
        name = Subscriptions.TRIAGE,
        events = {
            "ticket.opened",
            "ticket.classified",
            "ticket.edited",
            "ticket.assigned",
            "ticket.transitioned",
            "ticket.disposition_changed",
            "message.sent",
            "message.received"
        },
        batch = TriageReaction.BATCH,
        confidential = true)
public final class TriageReaction implements Reaction {
    /** How many events it is told of at once; more than half of them only when as many wait. */
    static final int BATCH = 64;

    private final Triage triage;
    private final IntakePace pace;

    /** Makes the reaction. */
    @Activate
    public TriageReaction(@Reference Triage triage, @Reference IntakePace pace) {
        this.triage = triage;
        this.pace = pace;
    }

    @Override
    public void react(List<TicketEvent> events) {
        pace.triageIsBehind(events.size() > BATCH / 2);
        Map<TicketId, List<TicketEvent>> byTicket = new LinkedHashMap<>();
        events.forEach(event -> byTicket.computeIfAbsent(event.ticket(), ticket -> new ArrayList<>())
                .add(event));
        triage.react(byTicket);
    }
}
