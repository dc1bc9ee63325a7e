package io.switchboard.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.api.ticket.TriageState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compares the policy, for every caller and every ticket, with the rule in the words of the design. */
class AccessPolicyTest {
    private static final PersonId ME = new PersonId(new UUID(1, 1));
    private static final PersonId OTHER = new PersonId(new UUID(1, 2));
    private static final TeamId MINE = new TeamId(new UUID(2, 1));
    private static final TeamId BELOW_MINE = new TeamId(new UUID(2, 2));
    private static final TeamId FOREIGN = new TeamId(new UUID(2, 3));
    private static final OrganizationId OURS = new OrganizationId(new UUID(3, 1));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Right> READING =
            List.of(Right.TICKET_READ, Right.TICKET_READ_ALL, Right.TICKET_CONFIDENTIAL, Right.TICKET_TRIAGE);

    /** A ticket with the persons in copy. */
    private record Case(Ticket ticket, Set<PersonId> participants) {}

    @Test
    void everyCallerSeesWhatTheDesignSaysAndNothingElse() {
        List<Case> cases = cases();
        for (Caller caller : callers()) {
            for (Case one : cases) {
                assertThat(AccessPolicy.sees(caller, one.ticket(), one.participants()))
                        .as("%s on %s", caller, one)
                        .isEqualTo(design(caller, one.ticket(), one.participants()));
            }
        }
    }

    @Test
    void theScopeAsDataAdmitsWhatThePolicyShows() {
        List<Case> cases = cases();
        for (Caller caller : callers()) {
            VisibilityScope scope = AccessPolicy.scope(caller);
            for (Case one : cases) {
                boolean admitted = admits(scope, one.ticket(), one.participants());
                assertThat(admitted)
                        .as("%s on %s", caller, one)
                        .isEqualTo(AccessPolicy.sees(caller, one.ticket(), one.participants()));
                assertThat(admitted && scope.admitsNothing()).isFalse();
            }
        }
    }

    @Test
    void whatIsNotSeenDoesNotExistAndWhatIsNotAllowedNamesTheRight() {
        Case foreign = new Case(
                ticket(OTHER, OTHER, null, FOREIGN, null, false, TriageState.DONE, Disposition.NONE), Set.of());
        Caller customer = Caller.person(ME, Set.of(), "api");
        refused(() -> AccessPolicy.see(customer, foreign.ticket(), Set.of()), ErrorCode.NOT_FOUND);
        refused(() -> AccessPolicy.require(customer, Right.TICKET_PURGE), ErrorCode.RIGHT_MISSING);
        refused(() -> AccessPolicy.require(Caller.anonymous("api"), Right.TICKET_OPEN), ErrorCode.SIGN_IN_REQUIRED);
        Caller follower = Caller.link(foreign.ticket().id(), OTHER, "portal");
        refused(() -> AccessPolicy.requirePerson(follower), ErrorCode.SIGN_IN_REQUIRED);
    }

    /** The rule as the design has it, written down a second time and without the policy's own notions. */
    private static boolean design(Caller caller, Ticket ticket, Set<PersonId> participants) {
        Set<Right> rights = caller.rights();
        boolean works = READING.stream().anyMatch(rights::contains);
        Disposition disposition = ticket.progress().disposition();
        if ((disposition == Disposition.SPAM || disposition == Disposition.TRASH) && !works) {
            return false;
        }
        if (caller.link() != null) {
            return caller.link().equals(ticket.id());
        }
        PersonId person = caller.person();
        if (person != null
                && List.of(ticket.requester().id(), ticket.submitter().id()).contains(person)) {
            return true;
        }
        if (ticket.progress().triage() == TriageState.PENDING) {
            return rights.contains(Right.TICKET_TRIAGE);
        }
        if (person != null && participants.contains(person)) {
            return true;
        }
        TeamId team = ticket.team() == null ? null : ticket.team().id();
        boolean reads = rights.contains(Right.TICKET_READ) || rights.contains(Right.TICKET_READ_ALL);
        boolean assigned =
                reads && ticket.assignee() != null && ticket.assignee().id().equals(person);
        if (ticket.confidential()) {
            boolean nobodys = team == null && ticket.assignee() == null;
            return rights.contains(Right.TICKET_CONFIDENTIAL)
                    || nobodys && rights.contains(Right.TICKET_TRIAGE)
                    || assigned
                    || reads && team != null && caller.memberships().contains(team);
        }
        return assigned
                || rights.contains(Right.TICKET_READ_ALL)
                || rights.contains(Right.TICKET_READ)
                        && (team == null || caller.teams().contains(team))
                || caller.organization() != null && caller.organization().equals(ticket.organization());
    }

    /** The condition that stands in the scope's description, word for word. */
    private static boolean admits(VisibilityScope scope, Ticket ticket, Set<PersonId> participants) {
        Disposition disposition = ticket.progress().disposition();
        TeamId team = ticket.team() == null ? null : ticket.team().id();
        PersonId assignee = ticket.assignee() == null ? null : ticket.assignee().id();
        boolean triaged = ticket.progress().triage() != TriageState.PENDING;
        PersonId person = scope.person();
        boolean own = person != null
                && (ticket.requester().id().equals(person)
                        || ticket.submitter().id().equals(person));
        boolean special = ticket.confidential()
                && (scope.allConfidential()
                        || scope.untriaged() && team == null && assignee == null
                        || team != null && scope.confidentialTeams().contains(team));
        boolean ordinary = !ticket.confidential()
                && (scope.allOthers()
                        || team != null && scope.teams().contains(team)
                        || team == null && scope.withoutTeam()
                        || scope.organization() != null && scope.organization().equals(ticket.organization()));
        boolean afterTriage = triaged
                && (person != null && participants.contains(person)
                        || assignee != null && assignee.equals(scope.assignee())
                        || special
                        || ordinary);
        return (scope.discarded() || disposition == Disposition.NONE || disposition == Disposition.MERGED)
                && (ticket.id().equals(scope.link()) || own || !triaged && scope.untriaged() || afterTriage);
    }

    private static List<Caller> callers() {
        List<Caller> callers = new ArrayList<>();
        for (int bits = 0; bits < 1 << READING.size(); bits++) {
            Set<Right> rights = new HashSet<>();
            for (int index = 0; index < READING.size(); index++) {
                if ((bits >> index & 1) == 1) {
                    rights.add(READING.get(index));
                }
            }
            Caller person = Caller.person(ME, rights, "api");
            callers.add(person);
            callers.add(person.withTeams(Set.of(MINE), Set.of(MINE, BELOW_MINE)));
            callers.add(person.sharing(OURS));
            callers.add(Caller.plugin("some-plugin", rights, "api"));
        }
        callers.add(Caller.anonymous("api"));
        callers.add(Caller.system("core"));
        callers.add(Caller.link(new TicketId(new UUID(4, 1)), ME, "portal"));
        callers.add(Caller.link(new TicketId(new UUID(4, 2)), ME, "portal"));
        return callers;
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (PersonId requester : List.of(ME, OTHER)) {
            for (PersonId submitter : List.of(ME, OTHER)) {
                for (TeamId team : Arrays.asList(null, MINE, BELOW_MINE, FOREIGN)) {
                    for (PersonId assignee : Arrays.asList(null, ME, OTHER)) {
                        addVariants(cases, requester, submitter, team, assignee);
                    }
                }
            }
        }
        return cases;
    }

    private static void addVariants(
            List<Case> cases,
            PersonId requester,
            PersonId submitter,
            @Nullable TeamId team,
            @Nullable PersonId assignee) {
        for (OrganizationId organization : Arrays.asList(null, OURS)) {
            for (boolean confidential : new boolean[] {false, true}) {
                for (TriageState triage : EnumSet.allOf(TriageState.class)) {
                    for (Disposition disposition : EnumSet.allOf(Disposition.class)) {
                        Ticket ticket = ticket(
                                requester, submitter, organization, team, assignee, confidential, triage, disposition);
                        cases.add(new Case(ticket, Set.of()));
                        cases.add(new Case(ticket, Set.of(ME)));
                    }
                }
            }
        }
    }

    private static Ticket ticket(
            PersonId requester,
            PersonId submitter,
            @Nullable OrganizationId organization,
            @Nullable TeamId team,
            @Nullable PersonId assignee,
            boolean confidential,
            TriageState triage,
            Disposition disposition) {
        return new Ticket(
                new TicketId(new UUID(4, 1)),
                "SB-1",
                1,
                "Printer",
                "It smokes",
                reference(requester),
                reference(submitter),
                organization,
                "api",
                new Classification(TicketType.INCIDENT, null, null, Level.LOW, Level.LOW, Priority.P4, false),
                new Progress("standard", Status.NEW, Stage.INTAKE, NextMove.SYSTEM, disposition, triage, null, NOON, 0),
                assignee == null ? null : reference(assignee),
                team == null ? null : new TeamReference(team, "Team", 1),
                Circumstances.UNKNOWN,
                null,
                List.of(),
                null,
                null,
                Set.of(),
                Map.of(),
                confidential,
                false,
                null,
                NOON,
                NOON);
    }

    private static PersonReference reference(PersonId id) {
        return new PersonReference(id, "Somebody", null, false);
    }

    private static void refused(Runnable work, ErrorCode code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
