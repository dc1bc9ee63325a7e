package io.switchboard.core.triage;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.desk.TicketEdit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What special handling keeps from others. A ticket that becomes confidential goes to the team that asked for it, whoever had
 * it before, since they were chosen when it was not known what the ticket holds. Is there no such team, it has none, and
 * nobody has it: it would be seen by the team that it was with.
 */
final class Secrecy {
    static final String NO_TEAM =
            "It is confidential, and the team that is to have it is not there: it has no team and no agent, and is"
                    + " seen by those who may see all confidential tickets or decide in the place of triage";
    private static final String TEAM = "Special handling asks for this team";

    private final Staff staff;

    Secrecy(Staff staff) {
        this.staff = staff;
    }

    /** Returns the team that may see what becomes confidential, or null if there is none. */
    Ticket.@Nullable TeamReference team(Handling handling) {
        var wanted = handling.team();
        return wanted == null ? null : staff.team(wanted).orElse(null);
    }

    /** Returns where a ticket goes that becomes confidential and is given to nobody. */
    static Assignment queue(Ticket.@Nullable TeamReference team, Instant now, List<PluginFailure> failures) {
        var id = team == null ? null : team.id();
        return Assignment.queue(id, new Explanation(now, id, null, team == null ? NO_TEAM : TEAM, List.of(), failures));
    }

    /** Takes a ticket that became confidential from an agent who does not belong to its team. */
    void takeFromOthers(TicketEdit edit) {
        Ticket.TeamReference team = edit.ticket().team();
        PersonReference assignee = edit.ticket().assignee();
        boolean belongs = assignee != null
                && team != null
                && staff.agents().stream()
                        .anyMatch(agent -> agent.id().equals(assignee.id())
                                && agent.teams().contains(team.id()));
        if (!belongs) {
            edit.draft().assignee(null);
        }
    }

    /** Leaves marks as tags, and says why each was left. */
    static void mark(TicketEdit edit, List<Handling.Mark> marks) {
        Set<String> tags = new TreeSet<>(edit.ticket().tags());
        for (Handling.Mark mark : marks) {
            tags.add(mark.id());
            edit.record(
                    EventType.PLUGIN_REMARKED,
                    Map.of("plugin", mark.plugin(), "mark", mark.id(), "text", mark.reason()));
        }
        edit.draft().tags(tags);
    }
}
