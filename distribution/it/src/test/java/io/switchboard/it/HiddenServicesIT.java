package io.switchboard.it;

import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import org.junit.jupiter.api.Test;

/** What plugins look for in vain. */
@SwitchboardServer
class HiddenServicesIT {
    private static final String CURIOUS = """
            package broken;

            import java.util.concurrent.CompletableFuture;
            import org.osgi.framework.BundleActivator;
            import org.osgi.framework.BundleContext;

            public final class Activator implements BundleActivator {
                private static final String CONFIGURATIONS = "org.osgi.service.cm.ConfigurationAdmin";

                @Override
                public void start(BundleContext context) throws Exception {
                    boolean found = context.getServiceReference(CONFIGURATIONS) != null
                            || context.getAllServiceReferences(CONFIGURATIONS, null) != null
                            || context.getServiceReferences((String) null, "(objectClass=" + CONFIGURATIONS + ")") != null
                            || CompletableFuture.supplyAsync(() -> context.getServiceReference(CONFIGURATIONS)).get() != null;
                    if (found) {
                        throw new IllegalStateException("found the configurations of all plugins");
                    }
                }

                @Override
                public void stop(BundleContext context) {}
            }
            """;

    @Test
    void aPluginFindsNoConfigurationsThoughItsSettingsAreHandedOverByThem(RunningServer server) {
        Http administrator = server.administrator();
        new Plugins(administrator)
                .upload("", CompiledPlugin.archive("curious", "KnowledgeBase", "io.switchboard.api.knowledge", CURIOUS))
                .expect(201);
        administrator.delete(Plugins.path("curious", "")).expect(204);
    }
}
