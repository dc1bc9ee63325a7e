package io.switchboard.core.store.ticket;

import java.util.Locale;

/** The orders in which lists are read; each has an index of its own. */
public enum TicketOrder {
    /** The latest change first. */
    UPDATED,
    /** The newest first. */
    CREATED,
    /** The most important first, among equals the latest change. */
    PRIORITY,
    /** The first due first; what has no due time comes last. */
    DUE;

    /** Returns the name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
