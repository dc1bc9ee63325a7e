package io.switchboard.core.desk.survey;

import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.api.reaction.TicketEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has the desk follow up on low scores after the answer is safe, so that nothing that goes wrong there costs the answer. */
@Component(service = Reaction.class)
@Subscription(
        name = "survey-follow-ups",
        events = {"survey.changed"},
        confidential = true)
public final class SurveyFollowUps implements Reaction {
    private static final Set<String> ANSWERS = Set.of("answered", "corrected");

    private final FollowUpOnScore followUp;

    /** Makes the reaction. */
    @Activate
    public SurveyFollowUps(@Reference FollowUpOnScore followUp) {
        this.followUp = followUp;
    }

    @Override
    public void react(List<TicketEvent> events) {
        for (TicketEvent event : events) {
            String invitation = event.data().get("invitation");
            if (invitation != null && ANSWERS.contains(event.data().getOrDefault("happened", ""))) {
                followUp.handle(event.ticket(), UUID.fromString(invitation));
            }
        }
    }
}
