package io.switchboard.api.handling;

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
 * the higher service ranking, then the smaller plugin id. Confidentiality asked for by any of them holds.
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
