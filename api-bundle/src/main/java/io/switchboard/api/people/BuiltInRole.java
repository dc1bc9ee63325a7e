package io.switchboard.api.people;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The roles that every desk has. Their rights are those of the first start; an administrator may change them. */
public enum BuiltInRole {
    /** Runs the desk. Sees all tickets that are not confidential. */
    ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(Right.TICKET_CONFIDENTIAL))),
    /** Leads agents: sees the tickets of all teams and the reports. */
    SUPERVISOR(EnumSet.of(
            Right.TICKET_OPEN,
            Right.TICKET_OPEN_FOR_OTHERS,
            Right.TICKET_READ,
            Right.TICKET_READ_ALL,
            Right.TICKET_TRIAGE,
            Right.TICKET_REPLY,
            Right.TICKET_NOTE,
            Right.TICKET_EDIT,
            Right.TICKET_ASSIGN,
            Right.TICKET_TRANSITION,
            Right.TICKET_LINK,
            Right.TICKET_TRASH,
            Right.TICKET_SET_CONFIDENTIAL,
            Right.TEMPLATE_USE,
            Right.TEMPLATE_EDIT,
            Right.HELD_DECIDE,
            Right.PEOPLE_READ,
            Right.CUSTOMER_EDIT,
            Right.REPORT_READ,
            Right.KNOWLEDGE_READ,
            Right.KNOWLEDGE_EDIT)),
    /** Works on the tickets of their teams. */
    AGENT(EnumSet.of(
            Right.TICKET_OPEN,
            Right.TICKET_OPEN_FOR_OTHERS,
            Right.TICKET_READ,
            Right.TICKET_REPLY,
            Right.TICKET_NOTE,
            Right.TICKET_EDIT,
            Right.TICKET_ASSIGN,
            Right.TICKET_TRANSITION,
            Right.TICKET_LINK,
            Right.TICKET_TRASH,
            Right.TICKET_SET_CONFIDENTIAL,
            Right.TEMPLATE_USE,
            Right.HELD_DECIDE,
            Right.PEOPLE_READ,
            Right.CUSTOMER_EDIT,
            Right.KNOWLEDGE_READ)),
    /** Asks for help, and sees what they asked for or take part in. */
    CUSTOMER(EnumSet.of(Right.TICKET_OPEN));

    private final Set<Right> rights;

    BuiltInRole(EnumSet<Right> rights) {
        this.rights = Collections.unmodifiableSet(rights);
    }

    /** Returns the role's id, for example {@code administrator}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the rights that the role has on a new desk. */
    public Set<Right> rights() {
        return rights;
    }
}
