package io.switchboard.core.plugins;

import io.switchboard.api.search.SearchDocuments;
import io.switchboard.core.grants.PluginGrants;
import io.switchboard.core.sockets.Socket;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shows a plugin its own services, what the desk offers by the API, and a few standard services of OSGi. It sees neither
 * what other plugins register nor the inside of the server, nor who else fits a socket; configurations least of all, which
 * only the runtime of components finds for it.
 */
@Component(service = {FindHook.class, EventListenerHook.class})
public final class ServiceBoundary implements FindHook, EventListenerHook {
    private static final String API = "io.switchboard.api.";
    private static final Set<String> STANDARD = Set.of(
            "org.osgi.service.condition.Condition",
            "org.osgi.service.event.EventAdmin",
            "org.osgi.service.log.LogService",
            "org.osgi.service.log.LoggerFactory");
    private static final Set<String> SOCKETS =
            Socket.ALL.stream().map(socket -> socket.type().getName()).collect(Collectors.toSet());

    private final PluginGrants grants;

    /** Makes the hook. */
    @Activate
    public ServiceBoundary(@Reference PluginGrants grants) {
        this.grants = grants;
    }

    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean all,
            Collection<ServiceReference<?>> references) {
        Bundle bundle = context.getBundle();
        if (PluginBundle.is(bundle) && !SettingsLookup.isUnderWay(name)) {
            references.removeIf(reference -> !mayKnow(bundle, reference));
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners
                .keySet()
                .removeIf(context -> PluginBundle.is(context.getBundle())
                        && !mayKnow(context.getBundle(), event.getServiceReference()));
    }

    private boolean mayKnow(Bundle plugin, ServiceReference<?> reference) {
        Bundle owner = reference.getBundle();
        if (owner == null || owner.equals(plugin)) {
            return true;
        }
        if (PluginBundle.is(owner)) {
            return false;
        }
        for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            if (STANDARD.contains(type) || isOffered(type, plugin.getSymbolicName())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOffered(String type, String plugin) {
        return type.startsWith(API)
                && !SOCKETS.contains(type)
                && (!type.equals(SearchDocuments.class.getName()) || grants.mayLearnOfConfidential(plugin));
    }
}
