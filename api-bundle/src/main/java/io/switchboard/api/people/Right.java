package io.switchboard.api.people;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** The registry of rights. A role is a set of them; a right is never implied by another. */
public enum Right {
    /** Open a ticket for oneself. */
    TICKET_OPEN,
    /** Open a ticket in the name of somebody else, as an agent does after a call. */
    TICKET_OPEN_FOR_OTHERS,
    /** See the tickets of one's own teams, those below them, and those without a team. */
    TICKET_READ,
    /** See every ticket that is not confidential. */
    TICKET_READ_ALL,
    /** See every confidential ticket. */
    TICKET_CONFIDENTIAL,
    /** See new tickets before triage has spoken, and decide in its place. */
    TICKET_TRIAGE,
    /** Reply to customers. */
    TICKET_REPLY,
    /** Read and write internal notes, and read the history. */
    TICKET_NOTE,
    /** Change a ticket's own fields, its classification, tags and participants. */
    TICKET_EDIT,
    /** Assign tickets. */
    TICKET_ASSIGN,
    /** Move tickets along their lifecycle. */
    TICKET_TRANSITION,
    /** Link, chain, merge, unmerge and split tickets. */
    TICKET_LINK,
    /** Move tickets to the trash or to spam, and back. */
    TICKET_TRASH,
    /** Remove tickets for good. */
    TICKET_PURGE,
    /** Make or lift confidentiality. */
    TICKET_SET_CONFIDENTIAL,
    /** Use templates, macros and saved views, and keep some for oneself. */
    TEMPLATE_USE,
    /** Change the templates, macros and views that a team or everybody has. */
    TEMPLATE_EDIT,
    /** Decide about what came in and is held for review. */
    HELD_DECIDE,
    /** Look people up: customers, organizations, agents, teams. */
    PEOPLE_READ,
    /** Change customers and organizations, but not what decides whose tickets a customer reads. */
    CUSTOMER_EDIT,
    /** Change agents and teams, invite, and decide what customers read: by whose address, in which organization. */
    PEOPLE_EDIT,
    /** Change roles and who has them. */
    ROLE_EDIT,
    /** Export and erase a person's data. */
    PERSON_ERASE,
    /** Change categories, products, priorities, calendars, profiles and the other settings of the desk. */
    DESK_CONFIGURE,
    /** Read figures and reports. */
    REPORT_READ,
    /** Read knowledge articles that are not public. */
    KNOWLEDGE_READ,
    /** Write and publish knowledge articles. */
    KNOWLEDGE_EDIT,
    /** See plugins, sockets and their state. */
    PLUGIN_READ,
    /** Install, configure, start, stop and remove plugins. */
    PLUGIN_EDIT,
    /** Replay and skip parked rows of reactions. */
    REACTION_REPLAY,
    /** Read health details and metrics. */
    OPERATION_READ,
    /** Back up, and move a test clock. */
    OPERATION_RUN,
    /** Read the audit log. */
    AUDIT_READ,
    /** Bring tickets in from other desks, with their old times and numbers. */
    IMPORT_RUN;

    /** Returns the name in the API and in the store, for example {@code ticket.read_all}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field}
     */
    public static Right of(String id, String field) {
        return Arrays.stream(values())
                .filter(right -> right.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        field,
                        "must be one of "
                                + Arrays.stream(values()).map(Right::id).toList()));
    }
}
