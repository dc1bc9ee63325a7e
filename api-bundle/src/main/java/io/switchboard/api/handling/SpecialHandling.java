package io.switchboard.api.handling;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.people.Customer;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.Ticket;
import java.util.List;
import java.util.Optional;

/**
 * <b>Advisor.</b> Recognises tickets that need special care, and says which.
 *
 * <p>Register it as an OSGi service. Triage asks it before anything else, while the ticket is still hidden, and again when
 * type, category, priority, requester or the requester's importance change; on a thread of the desk, several at once,
 * 250 ms for the answer. It must not change anything. It is the one socket that fails closed: if it does not answer, the
 * ticket stays hidden until it does or a person with the right {@code ticket.triage} decides.
 *
 * <p>Several may match; all leave their mark. Where they differ the one with the smaller {@link #precedence()} wins, then
 * the higher service ranking, then the smaller plugin id. Confidentiality asked for by any of them holds; then the team is
 * that of the first who asked for it, and nobody's who did not. A team that is not there keeps nobody's secret: the ticket
 * then has no team and no agent, and waits for somebody with the right {@code ticket.triage} or {@code ticket.confidential}.
 */
public interface SpecialHandling {
    /** Returns the mark it leaves, lower-case letters, digits and hyphens, for example {@code vip}. */
    String mark();

    /** Returns its place among others: security 100, important customers 200, defects 300 are those of the desk. */
    int precedence();

    /**
     * Judges a ticket.
     *
     * @param question what is known of the ticket
     * @return what to do, or nothing if the ticket is an ordinary one
     */
    Optional<HandlingAdvice> judge(HandlingQuestion question);

    /**
     * Judges what a customer is just writing to a ticket that others may see already. It is asked inside the customer's
     * request, before the message is kept, if the service is marked with {@link JudgesMessages}; never of a ticket that is
     * confidential or hidden. Only advice of confidentiality counts: it takes effect together with the message. If there is
     * no answer within 250 ms the ticket is hidden with the message, until {@link #judge} has answered.
     *
     * @param ticket the ticket as it stands before the message
     * @param message what is being written
     * @return what to do, or nothing if the message changes nothing
     */
    default Optional<HandlingAdvice> judgeMessage(Ticket ticket, NewMessage message) {
        return Optional.empty();
    }

    /**
     * What is known of a ticket.
     *
     * @param ticket the ticket as it stands
     * @param requester who needs help, with what directories know of them
     * @param messages the thread so far, oldest first, at most 50
     */
    record HandlingQuestion(Ticket ticket, Customer requester, List<Message> messages) {
        /** Keeps a copy. */
        public HandlingQuestion {
            messages = List.copyOf(messages);
        }
    }
}
