package io.switchboard.core.access;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks the desk for something, with all that the {@link AccessPolicy} needs to decide. It is a value made once per
 * request, from a cache; it says what held when it was made.
 *
 * @param actor who it is; what they change is recorded under this name
 * @param rights what they may do
 * @param memberships the teams they belong to themselves
 * @param teams the teams they belong to, and all teams below those
 * @param organization the organization whose tickets they share, or null if they share none
 * @param link the only ticket they may see, if they came by its private link; else null
 * @param address the network address that the request came from, or null if it did not come over the network
 */
public record Caller(
        Actor actor,
        Set<Right> rights,
        Set<TeamId> memberships,
        Set<TeamId> teams,
        @Nullable OrganizationId organization,
        @Nullable TicketId link,
        @Nullable String address) {
    /** Keeps copies. */
    public Caller {
        rights = Set.copyOf(rights);
        memberships = Set.copyOf(memberships);
        teams = Set.copyOf(teams);
    }

    /** Returns a person without teams and without a shared organization. */
    public static Caller person(PersonId person, Set<Right> rights, String channel) {
        return of(new Actor.Person(person, channel), rights);
    }

    /** Returns somebody who is not known and may do nothing but what is public. */
    public static Caller anonymous(String channel) {
        return of(new Actor.Anonymous(channel), Set.of());
    }

    /** Returns a plugin that acts for itself, with the rights that it was granted. */
    public static Caller plugin(String plugin, Set<Right> rights, String channel) {
        return of(new Actor.Plugin(plugin, null, channel), rights);
    }

    /** Returns a part of the desk itself, which may do and see everything. */
    public static Caller system(String part) {
        return of(new Actor.System(part), EnumSet.allOf(Right.class));
    }

    /** Returns a timer of the desk, which may do and see everything. */
    public static Caller timer(String timer) {
        return of(new Actor.Timer(timer), EnumSet.allOf(Right.class));
    }

    /**
     * Returns somebody who follows one ticket by its private link. They see this ticket alone, not the other tickets of
     * the person to whom the link was sent.
     */
    public static Caller link(TicketId ticket, PersonId person, String channel) {
        return new Caller(new Actor.Person(person, channel), Set.of(), Set.of(), Set.of(), null, ticket, null);
    }

    private static Caller of(Actor actor, Set<Right> rights) {
        return new Caller(actor, rights, Set.of(), Set.of(), null, null, null);
    }

    /** Returns the same caller with teams; {@code teams} holds {@code memberships} and all below them. */
    public Caller withTeams(Set<TeamId> memberships, Set<TeamId> teams) {
        return new Caller(actor, rights, memberships, teams, organization, link, address);
    }

    /** Returns the same caller as a member of an organization that shares its tickets. */
    public Caller sharing(OrganizationId organization) {
        return new Caller(actor, rights, memberships, teams, organization, link, address);
    }

    /**
     * Returns the same caller, who besides sees this ticket and takes part in it. For what follows from an act on a ticket
     * that they do see, such as a message to a merged ticket that reaches the survivor.
     */
    public Caller letInto(TicketId ticket) {
        return new Caller(actor, rights, memberships, teams, organization, ticket, address);
    }

    /** Returns the same caller at a network address. */
    public Caller at(@Nullable String address) {
        return new Caller(actor, rights, memberships, teams, organization, link, address);
    }

    /**
     * Returns the same caller through another channel, for example a plugin's. Timers and the desk itself have a channel
     * of their own and keep it.
     */
    public Caller through(String channel) {
        Actor moved;
        if (actor instanceof Actor.Person person) {
            moved = new Actor.Person(person.person(), channel);
        } else if (actor instanceof Actor.Anonymous) {
            moved = new Actor.Anonymous(channel);
        } else if (actor instanceof Actor.Plugin plugin) {
            moved = new Actor.Plugin(plugin.plugin(), plugin.onBehalfOf(), channel);
        } else {
            moved = actor;
        }
        return new Caller(moved, rights, memberships, teams, organization, link, address);
    }

    /** Returns the id of the channel through which the caller comes. */
    public String channel() {
        return actor.channel();
    }

    /** Returns whether the caller has a right. */
    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Returns the person who asks, or for whom a plugin asks; null if there is none. */
    public @Nullable PersonId person() {
        if (actor instanceof Actor.Person person) {
            return person.person();
        }
        return actor instanceof Actor.Plugin plugin ? plugin.onBehalfOf() : null;
    }

    /** Returns whether it is known who asks: a person, a plugin, a link's holder, or the desk itself. */
    public boolean known() {
        return !(actor instanceof Actor.Anonymous);
    }

    /** Returns whether the caller works at the desk: they read tickets other than those they take part in. */
    public boolean staff() {
        return may(Right.TICKET_READ)
                || may(Right.TICKET_READ_ALL)
                || may(Right.TICKET_CONFIDENTIAL)
                || may(Right.TICKET_TRIAGE);
    }
}
