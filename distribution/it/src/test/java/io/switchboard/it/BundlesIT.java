package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Components;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.FrameworkInside;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

@ExtendWith(FrameworkInside.class)
class BundlesIT {

    @Test
    void everyBundleOfTheDistributionIsActive(BundleContext framework) {
        assertThat(framework.getBundles())
                .filteredOn(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
                .hasSizeGreaterThan(50)
                .extracting(BundlesIT::whyNotActive)
                .containsOnly("");
    }

    @Test
    void everyComponentOfTheCoreHasWhatItNeeds(BundleContext framework) {
        assertThat(framework.getBundles())
                .filteredOn(bundle -> "io.switchboard.core".equals(bundle.getSymbolicName()))
                .singleElement()
                .satisfies(core ->
                        assertThat(Components.unsatisfied(framework, core)).isEmpty());
    }

    @Test
    void everyOfferedPluginFits(BundleContext framework) throws BundleException {
        for (Path jar : Distribution.offeredPlugins()) {
            Bundle plugin = framework.installBundle(jar.toUri().toString());
            try {
                assertThat(whyNotActive(plugin)).isEmpty();
                assertThat(Components.unsatisfied(framework, plugin)).isEmpty();
            } finally {
                plugin.uninstall();
            }
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
