package io.switchboard.intake.portal;

import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;

/** Where a ticket stands, by the names of the words that say it to its requester. */
final class Standing {
    private Standing() {}

    /** Returns the name of the sentence for where it stands. */
    static String state(Ticket ticket) {
        Progress progress = ticket.progress();
        if (isClosed(ticket)) {
            return "stateClosed";
        }
        if (progress.stage() == Stage.RESOLUTION) {
            return "stateSolved";
        }
        if (progress.nextMove() == NextMove.CUSTOMER) {
            return "stateCustomer";
        }
        if (progress.nextMove() == NextMove.THIRD_PARTY) {
            return "statePartner";
        }
        return progress.stage() == Stage.WORKING ? "stateWorking" : "stateQueue";
    }

    /** Returns who has the next move: {@code you}, {@code us}, {@code partner}, or {@code nobody}. */
    static String next(Ticket ticket) {
        if (isClosed(ticket)) {
            return "nobody";
        }
        return switch (ticket.progress().nextMove()) {
            case CUSTOMER -> "you";
            case THIRD_PARTY -> "partner";
            case AGENT, SYSTEM -> "us";
        };
    }

    private static boolean isClosed(Ticket ticket) {
        Resolution resolution = ticket.resolution();
        return resolution != null && resolution.closure() != null;
    }
}
