package io.switchboard.core.desk.extension;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import java.util.EnumSet;
import java.util.Set;

/**
 * A plugin as a caller. It may do what an agent may, on every ticket that is not confidential; on confidential ones, and
 * before triage has spoken, only if an administrator granted that, or on tickets that it opened itself.
 */
final class PluginCaller {
    private static final String CHANNEL = "plugin";

    private final String plugin;
    private final Set<Right> rights;
    private final DeskUseCases desk;

    PluginCaller(String plugin, boolean confidential, DeskUseCases desk) {
        this(plugin, rights(confidential), desk);
    }

    private PluginCaller(String plugin, Set<Right> rights, DeskUseCases desk) {
        this.plugin = plugin;
        this.rights = rights;
        this.desk = desk;
    }

    private static Set<Right> rights(boolean confidential) {
        Set<Right> rights = EnumSet.copyOf(BuiltInRole.AGENT.rights());
        rights.add(Right.TICKET_READ_ALL);
        if (confidential) {
            rights.add(Right.TICKET_CONFIDENTIAL);
            rights.add(Right.TICKET_TRIAGE);
        }
        return rights;
    }

    /** Returns the plugin as one who may not read notes. */
    PluginCaller withoutNotes() {
        Set<Right> fewer = EnumSet.copyOf(rights);
        fewer.remove(Right.TICKET_NOTE);
        return new PluginCaller(plugin, fewer, desk);
    }

    /** Returns the plugin as it is on all tickets. */
    Caller everywhere() {
        return Caller.plugin(plugin, rights, CHANNEL);
    }

    /** Returns the plugin as it is on one ticket, which it also sees if it opened it. */
    Caller on(TicketId ticket) {
        Caller caller = everywhere();
        if (!opened(ticket)) {
            return caller;
        }
        return new Caller(caller.actor(), rights, Set.of(), Set.of(), null, ticket, null);
    }

    /** Returns a person for whom the plugin speaks; they may do what they could without any right. */
    Caller onBehalfOf(PersonId person, String channel) {
        return new Caller(new Actor.Plugin(plugin, person, channel), Set.of(), Set.of(), Set.of(), null, null, null);
    }

    private boolean opened(TicketId ticket) {
        return desk.transactions
                .read(() -> desk.history.opener(ticket))
                .filter(actor ->
                        actor instanceof Actor.Plugin opener && opener.plugin().equals(plugin))
                .isPresent();
    }
}
