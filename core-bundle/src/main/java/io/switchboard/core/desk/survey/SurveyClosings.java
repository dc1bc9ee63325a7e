package io.switchboard.core.desk.survey;

import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.api.reaction.TicketEvent;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has customers asked how it went when their tickets are closed; a closing that is told again is decided already. */
@Component(service = Reaction.class)
@Subscription(
        name = "survey-closings",
        events = {"ticket.closed", "ticket.archived"},
        confidential = true)
public final class SurveyClosings implements Reaction {
    private final InviteToSurvey invite;

    /** Makes the reaction. */
    @Activate
    public SurveyClosings(@Reference InviteToSurvey invite) {
        this.invite = invite;
    }

    @Override
    public void react(List<TicketEvent> events) {
        events.stream().map(TicketEvent::ticket).distinct().forEach(invite::handle);
    }
}
