package io.switchboard.api.survey;

import io.switchboard.api.people.Customer;
import io.switchboard.api.ticket.Ticket;

/**
 * <b>Provider.</b> One way of asking a customer how it went.
 *
 * <p>Register it as an OSGi service. After a ticket was closed, and a {@link SurveySelection} named this survey, the desk
 * asks for its form, once, and keeps it with the invitation. From then on the provider is not needed any more: the desk
 * shows the form, checks the answers by it, says what is low, and keeps them under the survey's id and the form's edition.
 * So no answer is lost while a provider is exchanged or away, and a customer is never asked half of one form and half of
 * another. Called on any thread, 2 s for an answer; one that fails is asked again with growing pauses.
 */
public interface SurveyProvider {
    /** Returns the id, for example {@code rating}: 1 to 40 small letters, digits and hyphens. It never changes. */
    String id();

    /**
     * Returns what the customer is asked.
     *
     * @param ticket the ticket that was closed
     * @param customer who is asked
     * @param language what they understand, a BCP 47 tag; of a language that is not there something is returned all the same
     */
    Survey survey(Ticket ticket, Customer customer, String language);
}
