package io.switchboard.api.lifecycle;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * A transition somebody wants to make.
 *
 * @param ticket the ticket before it
 * @param to the status it is to get
 * @param resolution the resolution given with the request, else the ticket's; null if there is none
 * @param openTasks how many tasks inside the ticket are not done
 * @param minutesRecorded the working time recorded on the ticket
 * @param actor who wants it
 */
public record GuardQuestion(
        Ticket ticket, Status to, @Nullable Resolution resolution, int openTasks, long minutesRecorded, Actor actor) {}
