package io.switchboard.core.plugins;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.core.outgoing.DeclaredHosts;
import io.switchboard.core.outgoing.GuardedHttp;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guarded client as the bundle that uses it may use it: a plugin calls the hosts that its manifest declares, the server
 * itself any.
 */
@Component(service = OutgoingHttp.class, scope = ServiceScope.BUNDLE)
public final class PluginOutgoingHttp implements OutgoingHttp {
    private static final Logger LOG = LoggerFactory.getLogger(PluginOutgoingHttp.class);
    private static final int HOSTS = 100;
    private static final String OTHERS = "further hosts";

    private final Bundle bundle;
    private final DeclaredHosts declared;
    private final GuardedHttp http;
    private final ConfigureBundle settings;
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();

    /** Is made for each bundle that gets the service. */
    @Activate
    public PluginOutgoingHttp(
            ComponentContext component, @Reference GuardedHttp http, @Reference ConfigureBundle settings) {
        this.bundle = component.getUsingBundle();
        this.declared = OutgoingTrial.declaredBy(bundle);
        this.http = http;
        this.settings = settings;
    }

    @Override
    public Answer send(Request request) throws IOException {
        return http.send(request, this::requireDeclared);
    }

    private void requireDeclared(URI address) {
        String host = address.getHost();
        if (PluginBundle.is(bundle) && !declared.allow(host, this::values)) {
            throw refuse(bundle.getSymbolicName(), host);
        }
    }

    private List<String> values(String setting) {
        return settings.values(bundle, setting);
    }

    private SwitchboardException refuse(String plugin, String host) {
        String counted = refused.size() < HOSTS || refused.containsKey(host) ? host : OTHERS;
        int times = refused.merge(counted, 1, Integer::sum);
        if (Integer.bitCount(times) == 1) { // the 1st, 2nd, 4th, 8th ... time: a plugin in a loop does not fill the log
            LOG.warn(
                    "The plugin {} was kept from calling {}, which its manifest does not name in {}; {} times since it started",
                    plugin,
                    counted,
                    DeclaredHosts.HEADER,
                    times);
        }
        return new SwitchboardException(
                ErrorCode.POLICY_REFUSED,
                "The plugin " + plugin + " may not call " + host + ": its manifest does not name that host in "
                        + DeclaredHosts.HEADER
                        + ". Its vendor can add it there; the host of a setting is what that is set to now",
                List.of(),
                Map.of("plugin", plugin, "host", host, "header", DeclaredHosts.HEADER),
                null);
    }
}
