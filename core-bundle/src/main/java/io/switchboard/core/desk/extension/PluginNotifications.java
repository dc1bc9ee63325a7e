package io.switchboard.core.desk.extension;

import io.switchboard.api.notification.Notifications;
import io.switchboard.api.notification.Occasion;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.core.desk.notification.TellPeople;
import io.switchboard.core.feed.ConfidentialGrants;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** Telling people in the name of one plugin: of tickets that the plugin may know of. */
@Component(service = Notifications.class, scope = ServiceScope.BUNDLE)
public final class PluginNotifications implements Notifications {
    private final String plugin;
    private final DeskUseCases desk;
    private final TellPeople tell;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ConfidentialGrants grants;

    /** Makes it for the bundle that uses it. */
    @Activate
    public PluginNotifications(ComponentContext context, @Reference DeskUseCases desk, @Reference TellPeople tell) {
        this.plugin = context.getUsingBundle().getSymbolicName();
        this.desk = desk;
        this.tell = tell;
    }

    @Override
    public int tell(TicketEvent event, Occasion occasion) {
        ConfidentialGrants known = grants;
        boolean confidential = known != null && known.mayLearnOfConfidential(plugin);
        return tell.handle(new PluginCaller(plugin, confidential, desk).on(event.ticket()), event, occasion);
    }
}
