package io.switchboard.api.lifecycle;

import static java.util.Objects.requireNonNull;

import io.switchboard.api.error.SwitchboardException;
import java.util.regex.Pattern;

/**
 * A status by its id. Which statuses there are, is data of a lifecycle profile; the constants are those of the two
 * profiles that come with the desk.
 *
 * @param id lower-case words joined by underscores, at most 40 characters
 */
public record Status(String id) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** Created, and nobody has it yet. */
    public static final Status NEW = new Status("new");
    /** An agent or a team has it and has not begun. */
    public static final Status ASSIGNED = new Status("assigned");
    /** An agent works on it. */
    public static final Status IN_PROGRESS = new Status("in_progress");
    /** An answer of the customer is needed. */
    public static final Status WAITING_FOR_CUSTOMER = new Status("waiting_for_customer");
    /** An answer of a vendor or partner is needed. */
    public static final Status WAITING_FOR_THIRD_PARTY = new Status("waiting_for_third_party");
    /** A solution was given and is to be verified. */
    public static final Status RESOLVED = new Status("resolved");
    /** Resolved and verified, or the window for it has passed. */
    public static final Status CLOSED = new Status("closed");
    /** Was resolved or closed, and is open again. */
    public static final Status REOPENED = new Status("reopened");
    /** Put away: read-only and still found. */
    public static final Status ARCHIVED = new Status("archived");
    /** Simple profile: in work. */
    public static final Status OPEN = new Status("open");
    /** Simple profile: the customer has the answer. */
    public static final Status ANSWERED = new Status("answered");

    /** Refuses what has not the form of an id. */
    public Status {
        requireNonNull(id, "id");
        if (!FORM.matcher(id).matches()) {
            throw SwitchboardException.field("status", "must be the id of a status, for example in_progress");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
