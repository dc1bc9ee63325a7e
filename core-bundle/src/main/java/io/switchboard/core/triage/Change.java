package io.switchboard.core.triage;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import java.util.List;
import java.util.Set;

/**
 * What events changed that may change an advisor's mind.
 *
 * @param opened whether the ticket was opened, or came back into the ordinary flow
 * @param importance whether type, category, priority, requester or the requester's importance changed
 * @param team whether the team changed
 * @param unassigned whether somebody took the ticket from its agent on purpose
 */
record Change(boolean opened, boolean importance, boolean team, boolean unassigned) {
    private static final Set<String> IMPORTANT = Set.of("type", "category", "priority", "requester", "vip");

    static Change of(List<TicketEvent> events) {
        boolean opened = false;
        boolean importance = false;
        boolean team = false;
        boolean unassigned = false;
        for (TicketEvent event : events) {
            opened |= event.type() == EventType.TICKET_OPENED || event.type() == EventType.TICKET_DISPOSITION_CHANGED;
            for (FieldChange change : event.changes()) {
                boolean of = event.type() != EventType.TICKET_OPENED;
                importance |= of && IMPORTANT.contains(change.field());
                team |= of && change.field().equals("team");
                unassigned |= of && change.field().equals("assignee") && change.after() == null;
            }
        }
        return new Change(opened, importance, team, unassigned);
    }
}
