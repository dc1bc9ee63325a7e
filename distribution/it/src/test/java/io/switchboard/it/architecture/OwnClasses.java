package io.switchboard.it.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import io.switchboard.it.harness.Distribution;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own jars in the distribution, without the libraries that they carry inside. */
final class OwnClasses implements LocationProvider {

    @Override
    public Set<Location> get(Class<?> testClass) {
        return jars().map(OwnClasses::location).collect(Collectors.toSet());
    }

    /** The API, the core and the plugins that come with them. */
    static Stream<Path> jars() {
        return Stream.concat(bundles().stream(), Distribution.offeredPlugins().stream());
    }

    /** The API and the core. */
    static List<Path> bundles() {
        return Distribution.bundles().stream()
                .map(Distribution.Member::jar)
                .filter(jar -> jar.getFileName().toString().startsWith("switchboard-"))
                .toList();
    }

    /** The core alone. */
    static Path core() {
        return bundles().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("switchboard-core"))
                .findFirst()
                .orElseThrow();
    }

    private static Location location(Path jar) {
        return Location.of(URI.create("jar:" + jar.toUri() + "!/io/switchboard/"));
    }
}
