package io.switchboard.launcher;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/** The bundles of {@code bundles/NN-name/*.jar}, where NN is their start level. */
final class DistributionBundles {

    private final List<Bundle> bundles;

    private DistributionBundles(List<Bundle> bundles) {
        this.bundles = List.copyOf(bundles);
    }

    /** Installs all of them and marks them to be started when their level is reached. */
    static DistributionBundles install(BundleContext context, Path folder) throws IOException, StartFailure {
        List<Bundle> bundles = new ArrayList<>();
        for (Path level : children(folder)) {
            for (Path jar : children(level)) {
                bundles.add(install(context, jar, levelOf(level)));
            }
        }
        for (Bundle bundle : bundles) {
            if (!isFragment(bundle)) {
                start(bundle);
            }
        }
        return new DistributionBundles(bundles);
    }

    /** @throws StartFailure naming the first bundle that is not active, and why */
    void requireActive() throws StartFailure {
        for (Bundle bundle : bundles) {
            if (!isFragment(bundle) && bundle.getState() != Bundle.ACTIVE) {
                start(bundle);
            }
        }
    }

    private static Bundle install(BundleContext context, Path jar, int level) throws StartFailure {
        try {
            // A reference is read where it lies; anything else would be copied into the cache at each start.
            Bundle bundle = context.installBundle("reference:" + jar.toUri());
            bundle.adapt(BundleStartLevel.class).setStartLevel(level);
            return bundle;
        } catch (BundleException e) {
            throw new StartFailure("The bundle " + jar.getFileName() + " cannot be installed: " + e.getMessage());
        }
    }

    private static void start(Bundle bundle) throws StartFailure {
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            throw new StartFailure("The bundle " + bundle.getSymbolicName() + " does not start: " + e.getMessage());
        }
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    private static int levelOf(Path folder) throws StartFailure {
        String name = folder.getFileName().toString();
        if (!name.matches("\\d\\d-.+")) {
            throw new StartFailure("The folder " + folder + " does not begin with a start level of two digits.");
        }
        return Integer.parseInt(name.substring(0, 2));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
