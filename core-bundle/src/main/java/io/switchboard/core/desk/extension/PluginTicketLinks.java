package io.switchboard.core.desk.extension;

import io.switchboard.api.desk.TicketLinks;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.desk.relation.LinkTickets;
import java.util.List;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The ties of tickets as one plugin sees them. */
@Component(service = TicketLinks.class, scope = ServiceScope.BUNDLE)
public final class PluginTicketLinks implements TicketLinks {
    private final String plugin;
    private final PluginCallers callers;
    private final LinkTickets links;

    /** Makes it for the bundle that uses it. */
    @Activate
    public PluginTicketLinks(ComponentContext context, @Reference PluginCallers callers, @Reference LinkTickets links) {
        this.plugin = context.getUsingBundle().getSymbolicName();
        this.callers = callers;
        this.links = links;
    }

    @Override
    public List<TicketLink> of(TicketId ticket) {
        return links.list(callers.of(plugin).on(ticket), ticket).stream()
                .map(LinkTickets.Tie::link)
                .toList();
    }
}
