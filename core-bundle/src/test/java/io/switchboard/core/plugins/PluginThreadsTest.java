package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class PluginThreadsTest {
    private static final String ID = "makes-threads";
    private static final Caller CALLER = Caller.system("test");

    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    @TempDir
    Path folder;

    private InstalledPlugins installed;

    @BeforeEach
    void prepare() {
        installed = testbed.installed();
    }

    private void install(String id, String header) throws IOException {
        ArchiveBuilder plugin = ArchiveBuilder.plugin(id)
                .header("Bundle-Activator", MakesThreads.class.getName())
                .header("Import-Package", "org.osgi.framework")
                .header(header, "yes");
        try (InputStream in = MakesThreads.class.getResourceAsStream("MakesThreads.class")) {
            plugin.with(MakesThreads.class.getName().replace('.', '/') + ".class", in.readAllBytes());
        }
        testbed.installation(installed).install(plugin.in(folder), Origin.UPLOAD, CALLER, SignerDemand.BOUND);
    }

    private BundleContext framework() {
        return testbed.bundles().get(0).getBundleContext();
    }

    @Test
    void threadsAreThePluginsThatRunItsCodeOrWereMadeWhenItWasStarted() throws Exception {
        ExecutorService another = Executors.newSingleThreadExecutor();
        another.submit(() -> {}).get();

        install(ID, "Ordinary");

        assertThat(new PluginThreads(framework()).of(ID))
                .extracting(Thread::getName)
                .containsExactlyInAnyOrder("its thread", "its pool");
        assertThat(new PluginThreads(framework()).all())
                .filteredOn(owned -> !owned.plugin().equals("leaves-threads"))
                .hasSize(2);
        another.shutdownNow();
    }

    @Test
    void whatEndsWhenItIsStoppedIsNotNamed() throws Exception {
        install(ID, "Ordinary");

        testbed.installation(installed).remove(ID, CALLER);

        assertThat(testbed.leftThreads().of(ID)).isEmpty();
        assertThat(new PluginThreads(framework()).of(ID)).isEmpty();
    }

    @Test
    void whatGoesOnWhenItIsStoppedIsNamed() throws Exception {
        install("leaves-threads", "Leaves");

        testbed.installation(installed).remove("leaves-threads", CALLER);

        assertThat(testbed.leftThreads().of("leaves-threads")).containsExactly("its pool");
    }

    @Test
    void aPluginThatGoesWhileItsThreadsAreLookedForOwnsNothing() throws Exception {
        install(ID, "Ordinary");
        Bundle gone = testbed.plugin(ID);

        testbed.installation(installed).remove(ID, CALLER);

        assertThat(PluginThreads.ownerOfClass(MakesThreads.class.getName(), List.of(gone)))
                .isEmpty();
    }

    @Test
    void aPluginThatEndsTheProcessWhenItStartsIsRefused() {
        assertThatThrownBy(() -> install(ID, "Ends"))
                .isInstanceOf(SwitchboardException.class)
                .hasMessageContaining("A plugin cannot end the server; System.exit was refused");
    }
}
