package io.switchboard.core.desk.assignment;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;

/**
 * Has the assignment rules choose who gets a ticket, in three parts, so that the choice can be one of several changes in a
 * transaction while no rule is asked inside of it.
 */
public interface AutomaticAssignment {
    /**
     * Reads what the rules need to know, in the transaction of this thread if it has one.
     *
     * @throws SwitchboardException if the caller may not assign the ticket, or it cannot be assigned in its present state
     */
    Question prepare(Caller caller, TicketId ticket);

    /** What the rules are to be asked. */
    interface Question {
        /** Asks them, outside of any transaction. */
        Choice ask();
    }

    /** What the rules chose. */
    interface Choice {
        /**
         * Writes it.
         *
         * @return false if the ticket or the agent's load is not as it was when the rules were asked; whatever the
         *     transaction did so far must then be taken back, and the rules be asked again
         */
        boolean write();
    }
}
