package io.switchboard.core.demo;

import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.relation.ChangeParticipants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has done what a step of a story says. */
@Component(service = Stage.class)
public final class Stage {
    private final Players players;
    private final Openings openings;
    private final Conversation conversation;
    private final Handling handling;
    private final Bookkeeping bookkeeping;

    /** Makes it. */
    @Activate
    public Stage(
            @Reference Players players,
            @Reference Openings openings,
            @Reference Conversation conversation,
            @Reference Handling handling,
            @Reference Bookkeeping bookkeeping) {
        this.players = players;
        this.openings = openings;
        this.conversation = conversation;
        this.handling = handling;
        this.bookkeeping = bookkeeping;
    }

    /** Returns what opens a ticket, in one transaction. */
    Runnable opening(Story story) {
        return openings.prepare(story);
    }

    /** Returns what a step does, in one transaction. */
    Runnable acting(String story, Story.Step step) {
        Ticket ticket = players.ticket(story);
        if (step.what() == Story.Act.ANSWER) {
            return conversation.prepare(players.customer(ticket, step.as()), ticket, MessageKind.CUSTOMER, step);
        }
        Caller agent = players.agent(ticket, step.as());
        return switch (step.what()) {
            case REPLY -> conversation.prepare(agent, ticket, MessageKind.REPLY, step);
            case NOTE -> conversation.prepare(agent, ticket, MessageKind.NOTE, step);
            case ASSIGN -> () -> handling.give(agent, ticket, step);
            case MOVE -> () -> handling.move(agent, ticket, step);
            case RESOLVE -> () -> handling.resolve(agent, ticket, step);
            case CLOSE -> () -> handling.close(agent, ticket, step);
            case POSTPONE -> () -> handling.sleep(agent, ticket, step);
            case SPAM -> () -> handling.dispose(agent, ticket, Disposition.SPAM, step);
            case TRASH -> () -> handling.dispose(agent, ticket, Disposition.TRASH, step);
            case RESTORE -> () -> handling.dispose(agent, ticket, Disposition.NONE, step);
            case PURGE -> () -> handling.purge(agent, ticket);
            default -> keeping(agent, ticket, step);
        };
    }

    private Runnable keeping(Caller agent, Ticket ticket, Story.Step step) {
        return switch (step.what()) {
            case EDIT -> () -> bookkeeping.edit(agent, ticket, step);
            case HIDE -> () -> bookkeeping.hide(agent, ticket, step);
            case PROMISE -> () -> bookkeeping.promise(agent, ticket, step);
            case CHAIN -> () -> bookkeeping.chain(agent, ticket, step);
            case LINK -> () -> bookkeeping.link(agent, ticket, step);
            case MERGE -> () -> bookkeeping.merge(agent, ticket, step);
            case SPLIT -> {
                MessageId last = conversation.lastOfCustomer(ticket);
                yield () -> bookkeeping.split(agent, ticket, last, step);
            }
            case COPY -> () -> bookkeeping.join(agent, ticket, ChangeParticipants.Kind.CC, step);
            case WATCH -> () -> bookkeeping.join(agent, ticket, ChangeParticipants.Kind.WATCHER, step);
            default -> throw new IllegalStateException("nobody knows how to " + step.act());
        };
    }

    /** Returns whether a ticket sleeps. */
    boolean asleep(String story) {
        return players.ticket(story).progress().postponedUntil() != null;
    }
}
