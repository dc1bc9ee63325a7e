package io.switchboard.core.access;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TriageState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may see and do what; nothing else in the desk does.
 *
 * <p>What a caller may not see does not exist for them: {@code not-found}. A right that is missing on something visible is
 * {@code right-missing}. {@code participants} are always the persons in copy and the watchers of the ticket; requester,
 * submitter and assignee stand in the ticket itself.
 */
public final class AccessPolicy {
    private AccessPolicy() {}

    /**
     * Demands that the caller sees the ticket.
     *
     * @throws SwitchboardException with {@code not-found} if they do not
     */
    public static void see(Caller caller, Ticket ticket, Set<PersonId> participants) {
        if (!sees(caller, ticket, participants)) {
            throw SwitchboardException.notFound("ticket");
        }
    }

    /** Returns whether the caller sees the ticket. */
    public static boolean sees(Caller caller, Ticket ticket, Set<PersonId> participants) {
        if (discarded(ticket) && !caller.staff()) {
            return false;
        }
        if (owns(caller, ticket)) {
            return true;
        }
        if (ticket.progress().triage() == TriageState.PENDING) {
            return caller.may(Right.TICKET_TRIAGE);
        }
        return participates(caller, participants)
                || (ticket.confidential() ? seesConfidential(caller, ticket) : seesOrdinary(caller, ticket));
    }

    /**
     * Demands a right.
     *
     * @throws SwitchboardException with {@code sign-in-required} if nobody is signed in, else {@code right-missing} that
     *     names the right
     */
    public static void require(Caller caller, Right right) {
        if (caller.may(right)) {
            return;
        }
        requireKnown(caller);
        throw new SwitchboardException(
                ErrorCode.RIGHT_MISSING,
                "This needs the right " + right.id() + ", which an administrator can give you",
                List.of(),
                Map.of("right", right.id()),
                null);
    }

    /**
     * Demands that it is known who asks.
     *
     * @throws SwitchboardException with {@code sign-in-required}
     */
    public static void requireKnown(Caller caller) {
        if (!caller.known()) {
            throw new SwitchboardException(ErrorCode.SIGN_IN_REQUIRED, "Sign in, or send an API token, and try again");
        }
    }

    /**
     * Demands a signed-in person, and returns who it is. The holder of a ticket's private link is not signed in.
     *
     * @throws SwitchboardException with {@code sign-in-required}
     */
    public static PersonId requirePerson(Caller caller) {
        PersonId person = caller.person();
        if (person == null || caller.link() != null) {
            throw new SwitchboardException(ErrorCode.SIGN_IN_REQUIRED, "Sign in as a person and try again");
        }
        return person;
    }

    /**
     * Returns whether the caller may write to the thread as one of those whose matter it is: requester, submitter,
     * somebody in copy, or the holder of the ticket's link. Agents write by right, not by this.
     */
    public static boolean takesPart(Caller caller, Ticket ticket, Set<PersonId> participants) {
        return owns(caller, ticket) || participates(caller, participants);
    }

    /** Returns whether the caller may read internal notes and the history of the tickets they see. */
    public static boolean readsNotes(Caller caller) {
        return caller.may(Right.TICKET_NOTE);
    }

    /** Returns whether the caller may read a message, and its files, of a ticket they see. */
    public static boolean reads(Caller caller, Message message) {
        return message.kind() != MessageKind.NOTE || readsNotes(caller);
    }

    /** Returns those messages of a ticket the caller sees that they may read, in the same order. */
    public static List<Message> readable(Caller caller, List<Message> messages) {
        return messages.stream().filter(message -> reads(caller, message)).toList();
    }

    /** Returns which tickets the caller sees, as data; equal to {@link #sees} for every ticket. */
    public static VisibilityScope scope(Caller caller) {
        boolean reader = reads(caller);
        PersonId person = caller.link() == null ? caller.person() : null;
        return new VisibilityScope(
                caller.staff(),
                caller.link(),
                person,
                reader ? person : null,
                caller.may(Right.TICKET_TRIAGE),
                caller.may(Right.TICKET_CONFIDENTIAL),
                reader ? caller.memberships() : Set.of(),
                caller.may(Right.TICKET_READ_ALL),
                caller.may(Right.TICKET_READ) ? caller.teams() : Set.of(),
                caller.may(Right.TICKET_READ),
                caller.organization(),
                readsNotes(caller));
    }

    private static boolean discarded(Ticket ticket) {
        Disposition disposition = ticket.progress().disposition();
        return disposition == Disposition.SPAM || disposition == Disposition.TRASH;
    }

    private static boolean owns(Caller caller, Ticket ticket) {
        if (caller.link() != null) {
            return caller.link().equals(ticket.id());
        }
        PersonId person = caller.person();
        return ticket.requester().id().equals(person) || ticket.submitter().id().equals(person);
    }

    private static boolean participates(Caller caller, Set<PersonId> participants) {
        PersonId person = caller.person();
        return caller.link() == null && person != null && participants.contains(person);
    }

    /** What belongs to nobody is seen by those who say whose it is, or it would never be anybody's. */
    private static boolean seesConfidential(Caller caller, Ticket ticket) {
        return caller.may(Right.TICKET_CONFIDENTIAL)
                || caller.may(Right.TICKET_TRIAGE) && ticket.team() == null && ticket.assignee() == null
                || reads(caller) && (isAssignee(caller, ticket) || in(caller.memberships(), ticket));
    }

    private static boolean seesOrdinary(Caller caller, Ticket ticket) {
        OrganizationId organization = caller.organization();
        return caller.may(Right.TICKET_READ_ALL)
                || isAssignee(caller, ticket) && reads(caller)
                || caller.may(Right.TICKET_READ) && (ticket.team() == null || in(caller.teams(), ticket))
                || organization != null && organization.equals(ticket.organization());
    }

    private static boolean reads(Caller caller) {
        return caller.may(Right.TICKET_READ) || caller.may(Right.TICKET_READ_ALL);
    }

    private static boolean isAssignee(Caller caller, Ticket ticket) {
        PersonReference assignee = ticket.assignee();
        return assignee != null && caller.link() == null && assignee.id().equals(caller.person());
    }

    private static boolean in(Set<TeamId> teams, Ticket ticket) {
        Ticket.@Nullable TeamReference team = ticket.team();
        return team != null && teams.contains(team.id());
    }
}
