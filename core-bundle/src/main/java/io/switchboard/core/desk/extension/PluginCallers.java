package io.switchboard.core.desk.extension;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.feed.ConfidentialGrants;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Knows each plugin as a caller, with what an administrator allows it at that moment. */
@Component(service = PluginCallers.class)
public final class PluginCallers {
    private final DeskUseCases desk;

    /** As long as nobody says who may, nobody learns of confidential tickets. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ConfidentialGrants grants;

    /** Makes it. */
    @Activate
    public PluginCallers(@Reference DeskUseCases desk) {
        this.desk = desk;
    }

    /**
     * Returns a person for whom a plugin speaks on a ticket.
     *
     * @throws SwitchboardException with {@code not-found} if the plugin does not see the ticket
     */
    public Caller onBehalfOf(String plugin, PersonId person, TicketId ticket) {
        PluginCaller caller = of(plugin);
        desk.read.ticket(caller.on(ticket), ticket);
        return caller.onBehalfOf(person, plugin);
    }

    /** Returns a plugin as it may call now. */
    PluginCaller of(String plugin) {
        ConfidentialGrants known = grants;
        return new PluginCaller(plugin, known != null && known.mayLearnOfConfidential(plugin), desk);
    }
}
