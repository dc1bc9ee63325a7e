package io.switchboard.testkit.fake;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.survey.Surveys;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Surveys in memory: whoever a test has invited is asked, and may correct for ever. */
public final class InMemorySurveys implements Surveys {
    private final Map<TicketId, Asked> invitations = new HashMap<>();

    /** Begins without invitations. */
    public InMemorySurveys() {}

    /** Who is asked what. */
    private record Asked(PersonId person, Invitation invitation) {}

    /** Asks a person about a ticket. */
    public synchronized void invite(TicketId ticket, PersonId person, String survey, Survey form) {
        invitations.put(ticket, new Asked(person, new Invitation(survey, form, Map.of(), Instant.MAX)));
    }

    @Override
    public synchronized Optional<Invitation> invitation(TicketId ticket, PersonId person) {
        return Optional.ofNullable(invitations.get(ticket))
                .filter(asked -> asked.person().equals(person))
                .map(Asked::invitation);
    }

    @Override
    public synchronized Invitation answer(
            TicketId ticket, PersonId person, Map<String, String> answers, String channel) {
        Invitation asked = invitation(ticket, person)
                .orElseThrow(() -> new SwitchboardException(ErrorCode.LINK_NOT_VALID, "There is nothing to answer"));
        Question scored = asked.form().scored();
        if (scored.kind().score(answers.getOrDefault(scored.id(), "")).isEmpty()) {
            throw SwitchboardException.field("answers." + scored.id(), "must be one of the choices");
        }
        Invitation answered = new Invitation(asked.survey(), asked.form(), answers, asked.until());
        invitations.put(ticket, new Asked(person, answered));
        return answered;
    }
}
