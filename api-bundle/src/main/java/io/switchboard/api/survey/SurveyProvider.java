package io.switchboard.api.survey;

import io.switchboard.api.delivery.OutgoingMessage;
import io.switchboard.api.people.Customer;
import io.switchboard.api.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * <b>Provider.</b> One way of asking a customer how it went.
 *
 * <p>Register it as an OSGi service. After a ticket was closed the desk makes one invitation, exactly once, with a private
 * link, and asks the provider for its form and its words. Answers are stored by the desk, so none is lost while the
 * provider is being exchanged; they are read again by whoever then serves the same id. Called on any thread, 2 s for an
 * answer.
 */
public interface SurveyProvider {
    /** Returns the id, for example {@code rating}; it never changes. */
    String id();

    /** Returns what is asked, in order, at least one question. */
    List<Question> questions(Ticket ticket, String language);

    /** Returns the message that invites, with {@code link} in it, or nothing if it invites in another way. */
    Optional<OutgoingMessage> invitation(Ticket ticket, Customer customer, String link);

    /**
     * Computes how content the customer is.
     *
     * @param answers the answers by the questions' ids
     * @return from 0 (not at all) to 100 (entirely), or nothing if the answers do not tell
     */
    Optional<Integer> satisfaction(Map<String, String> answers);

    /**
     * One question of a form.
     *
     * @param id names the answer
     * @param text the question in the customer's language
     * @param kind how it is answered
     * @param required whether it must be
     */
    record Question(String id, String text, Kind kind, boolean required) {}

    /** How a question is answered. */
    enum Kind {
        /** A number of stars from 1 to 5. */
        STARS,
        /** A number from 0 to 10. */
        ZERO_TO_TEN,
        /** Yes or no. */
        YES_NO,
        /** A text of at most 5,000 characters. */
        TEXT
    }
}
