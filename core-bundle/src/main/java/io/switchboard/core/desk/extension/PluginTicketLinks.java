package io.switchboard.core.desk.extension;

import io.switchboard.api.desk.TicketLinks;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.desk.relation.LinkTickets;
import io.switchboard.core.feed.ConfidentialGrants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** The ties of tickets as one plugin sees them. */
@Component(service = TicketLinks.class, scope = ServiceScope.BUNDLE)
public final class PluginTicketLinks implements TicketLinks {
    private final String plugin;
    private final DeskUseCases desk;
    private final LinkTickets links;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ConfidentialGrants grants;

    /** Makes it for the bundle that uses it. */
    @Activate
    public PluginTicketLinks(ComponentContext context, @Reference DeskUseCases desk, @Reference LinkTickets links) {
        this.plugin = context.getUsingBundle().getSymbolicName();
        this.desk = desk;
        this.links = links;
    }

    @Override
    public List<TicketLink> of(TicketId ticket) {
        ConfidentialGrants known = grants;
        boolean confidential = known != null && known.mayLearnOfConfidential(plugin);
        return links.list(new PluginCaller(plugin, confidential, desk).on(ticket), ticket).stream()
                .map(LinkTickets.Tie::link)
                .toList();
    }
}
