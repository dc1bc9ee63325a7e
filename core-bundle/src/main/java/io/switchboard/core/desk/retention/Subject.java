package io.switchboard.core.desk.retention;

import java.util.Locale;

/**
 * What rules of retention are about, in the order in which a run goes through it. Customers come first: who loses their
 * last ticket in a run goes in the next, so that a run takes what a preview told.
 */
public enum Subject {
    /** Customers without a ticket who did not come in. */
    CUSTOMERS,
    /** Tickets that are solved, closed or archived. */
    TICKETS,
    /** Spam. */
    SPAM,
    /** The trash. */
    TRASH,
    /** Messages that left the desk, or never will: to whom they went. */
    DELIVERIES,
    /** The audit log. */
    AUDIT;

    /** Returns the name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
