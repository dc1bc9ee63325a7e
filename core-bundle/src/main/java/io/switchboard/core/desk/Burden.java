package io.switchboard.core.desk;

import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.core.lifecycle.Lifecycle;

/** Whether a ticket is work for whoever has it: while it is open and in the ordinary flow. */
public final class Burden {
    private Burden() {}

    /** Returns whether a ticket that stands so is work for its assignee. */
    public static boolean is(Progress progress, Lifecycle lifecycle) {
        return progress.disposition() == Disposition.NONE && lifecycle.category(progress) != StatusCategory.DONE;
    }
}
