package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Components;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.FrameworkInside;
import io.switchboard.it.harness.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;

@ExtendWith(FrameworkInside.class)
class BundlesIT {

    @Test
    void everyBundleOfTheDistributionIsActive(BundleContext framework) throws InvalidSyntaxException {
        awaitPlugins(framework);

        assertThat(framework.getBundles())
                .filteredOn(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
                .hasSizeGreaterThan(50)
                .extracting(BundlesIT::whyNotActive)
                .containsOnly("");
    }

    @Test
    void everyComponentOfTheCoreHasWhatItNeeds(BundleContext framework) throws InvalidSyntaxException {
        awaitPlugins(framework);

        assertThat(framework.getBundles())
                .filteredOn(bundle -> "io.switchboard.core".equals(bundle.getSymbolicName()))
                .singleElement()
                .satisfies(core ->
                        assertThat(Components.unsatisfied(framework, core)).isEmpty());
    }

    @Test
    void everyOfferedPluginRuns(BundleContext framework) throws InvalidSyntaxException {
        awaitPlugins(framework);

        assertThat(Distribution.offeredPlugins())
                .allSatisfy(jar -> assertThat(framework.getBundles())
                        .filteredOn(bundle -> symbolicName(jar).equals(bundle.getSymbolicName()))
                        .singleElement()
                        .satisfies(plugin -> {
                            assertThat(plugin.getState()).isEqualTo(Bundle.ACTIVE);
                            assertThat(Components.unsatisfied(framework, plugin))
                                    .isEmpty();
                        }));
    }

    /** Before the plugins run the set of bundles still changes, and what waits for them has not begun. */
    private static void awaitPlugins(BundleContext framework) throws InvalidSyntaxException {
        Services.await(framework, "org.osgi.service.condition.Condition", "(osgi.condition.id=switchboard.plugins)");
    }

    private static String symbolicName(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String name = file.getManifest().getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            return name.split(";", 2)[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String whyNotActive(Bundle bundle) {
        try {
            bundle.start();
            return "";
        } catch (BundleException e) {
            return bundle.getSymbolicName() + ": " + e.getMessage() + " " + e.getCause();
        }
    }
}
