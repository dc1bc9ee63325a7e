package io.switchboard.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The built folder. {@code switchboard.it.home} says where it is; the build sets it. */
public final class Distribution {
    private static final String JAVA_OPTIONS = "SWITCHBOARD_JAVA_OPTS";

    private Distribution() {}

    /** The folder, as it would be unpacked. */
    public static Path home() {
        Path home = Path.of(System.getProperty("switchboard.it.home", "../server/target/switchboard"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(home.resolve("bundles"))) {
            throw new IllegalStateException("No distribution at " + home + ": run 'mvn package' first");
        }
        return home;
    }

    /** The script that starts it. */
    public static Path command() {
        return home().resolve("bin/switchboard");
    }

    /** The bundles by start level, in the order in which the launcher installs them. */
    public static List<Member> bundles() {
        return children(home().resolve("bundles")).stream()
                .flatMap(level -> children(level).stream().map(jar -> new Member(jar, startLevel(level))))
                .toList();
    }

    /** The plugins that come with it. */
    public static List<Path> offeredPlugins() {
        Path offered = home().resolve("offered");
        return Files.isDirectory(offered) ? children(offered) : List.of();
    }

    /** A plugin that is broken in a way, such as {@code hangs}. */
    public static Path brokenPlugin(String way) {
        return children(Path.of(System.getProperty("switchboard.it.fixtures", "../sdk/fixtures/target"))).stream()
                .filter(jar -> jar.toString().endsWith("-" + way + ".jar"))
                .findFirst()
                .orElseThrow();
    }

    /** Adds the options for Java that the build says, in {@code switchboard.it.java}, before those that are there. */
    static void addJavaOptions(Map<String, String> environment) {
        environment.merge(JAVA_OPTIONS, System.getProperty("switchboard.it.java", ""), (own, ours) -> ours + " " + own);
    }

    private static int startLevel(Path folder) {
        return Integer.parseInt(String.valueOf(folder.getFileName()).substring(0, 2));
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A bundle of the distribution.
     *
     * @param jar its file
     * @param startLevel when it is started
     */
    public record Member(Path jar, int startLevel) {}
}
