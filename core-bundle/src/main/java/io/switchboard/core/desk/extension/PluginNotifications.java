package io.switchboard.core.desk.extension;

import io.switchboard.api.notification.Notifications;
import io.switchboard.api.notification.Occasion;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.core.desk.notification.TellPeople;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Telling people in the name of one plugin: of tickets that the plugin may know of. */
@Component(service = Notifications.class, scope = ServiceScope.BUNDLE)
public final class PluginNotifications implements Notifications {
    private final String plugin;
    private final PluginCallers callers;
    private final TellPeople tell;

    /** Makes it for the bundle that uses it. */
    @Activate
    public PluginNotifications(ComponentContext context, @Reference PluginCallers callers, @Reference TellPeople tell) {
        this.plugin = context.getUsingBundle().getSymbolicName();
        this.callers = callers;
        this.tell = tell;
    }

    @Override
    public int tell(TicketEvent event, Occasion occasion) {
        return tell.handle(callers.of(plugin).on(event.ticket()), event, occasion);
    }
}
