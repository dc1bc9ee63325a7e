package io.switchboard.api.survey;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What customers are asked about their tickets, for channels that know who somebody is otherwise than by the link of a
 * letter. Get it as an OSGi service; it may be used from any thread but not from inside an Advisor or a Guard, and throws as
 * {@link io.switchboard.api.desk.Desk} does.
 */
@ProviderType
public interface Surveys {
    /**
     * Returns what this person may answer about the ticket now, or still correct; nothing if they are not asked. Looking at it
     * changes nothing.
     */
    Optional<Invitation> invitation(TicketId ticket, PersonId person);

    /**
     * Takes their answer, or what they say instead of an earlier one. The same answer again changes nothing.
     *
     * @param answers by the ids of the questions; a question that is left out is not answered
     * @param channel the id of the channel it came through
     * @throws io.switchboard.api.error.SwitchboardException with {@code link-not-valid} if they are not asked, {@code
     *     policy-refused} if it is too late for a correction, or {@code invalid-field} that names {@code answers.} and the
     *     question
     */
    Invitation answer(TicketId ticket, PersonId person, Map<String, String> answers, String channel);

    /**
     * What somebody is asked.
     *
     * @param survey the id of the survey
     * @param form what is asked
     * @param answers what they said so far, by the ids of the questions; empty before they answered
     * @param until when it is too late for an answer, or a correction
     */
    record Invitation(String survey, Survey form, Map<String, String> answers, Instant until) {
        /** Keeps a copy. */
        public Invitation {
            answers = Map.copyOf(answers);
        }

        /** Returns whether it was answered already. */
        public boolean answered() {
            return !answers.isEmpty();
        }
    }
}
