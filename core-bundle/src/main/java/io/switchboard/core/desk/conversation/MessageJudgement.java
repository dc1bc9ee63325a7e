package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.TicketEdit;

/**
 * Has special handlings judge what a customer writes before it is kept (SP2), so that what is to be confidential is so from
 * the moment in which it is there.
 */
public interface MessageJudgement {
    /**
     * Asks them, outside of any transaction of the caller's own.
     *
     * @param caller who writes
     * @param ticket the ticket to which they write
     * @throws io.switchboard.api.error.SwitchboardException with {@code not-found} if the caller does not see it
     */
    Verdict ask(Caller caller, TicketId ticket, NewMessage message);

    /** What is to happen to the ticket in the transaction that keeps the message. */
    interface Verdict {
        /** Nothing happens. */
        Verdict ORDINARY = new Verdict() {
            @Override
            public void hold(TicketEdit edit) {}

            @Override
            public void protect(TicketId ticket) {}
        };

        /** Hides the ticket with the message until triage has spoken, if a handling did not answer. */
        void hold(TicketEdit edit);

        /** Makes a ticket that holds or shows the message confidential, if it is to be; called after the message was kept. */
        void protect(TicketId ticket);
    }
}
