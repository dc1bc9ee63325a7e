package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor who has Maven and the unpacked distribution makes a project of a plugin and builds it as it was made. */
class ArchetypeIT {
    private static final Path MAVEN =
            Path.of(System.getProperty("switchboard.it.maven", "/usr/share/maven"), "bin/mvn");
    private static final Path LIBRARIES = Path.of(
            System.getProperty("switchboard.it.repository", System.getProperty("user.home") + "/.m2/repository"));

    @TempDir
    Path vendor;

    /** Before JUnit does, which warns of each link that leads out of the folder. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> files =
                Files.find(vendor.resolve("repository"), 2, (file, attributes) -> attributes.isSymbolicLink())) {
            for (Path link : files.toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void aProjectBuildsAndPassesItsTestsAsMade() throws IOException {
        String repository = "-Dmaven.repo.local=" + repositoryWithoutUs();

        maven(
                "-f",
                Distribution.home().resolve("sdk").toString(),
                "archetype:generate",
                "-DoutputDirectory=" + vendor,
                "-DgroupId=com.example",
                "-DartifactId=doorbell",
                "-Dchannel=door",
                repository);
        Path project = vendor.resolve("doorbell");
        maven("-f", project.toString(), "verify", repository);

        assertThat(project.resolve("target/doorbell-1.0-SNAPSHOT.jar")).isRegularFile();
        assertThat(report(project, "surefire", "FrontDeskTest"))
                .contains("tests=\"3\"", "failures=\"0\"", "skipped=\"0\"");
        assertThat(report(project, "failsafe", "FrontDeskIT"))
                .contains("tests=\"1\"", "failures=\"0\"", "skipped=\"0\"");
        assertThat(project.resolve("README.md"))
                .content()
                .startsWith("# Front desk")
                .contains("`com.example.doorbell`");
    }

    private static void maven(String... arguments) {
        List<String> all =
                Stream.concat(Stream.of("-B", "-q"), Stream.of(arguments)).toList();
        CommandRun run = CommandRun.script(
                MAVEN, Map.of("SWITCHBOARD_HOME", Distribution.home().toString()), all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private static String report(Path project, String runner, String test) throws IOException {
        return Files.readString(project.resolve("target/" + runner + "-reports/TEST-com.example." + test + ".xml"));
    }

    /** Links to all that Maven has already, so that nothing is fetched twice, but not to what is of the desk itself. */
    private Path repositoryWithoutUs() throws IOException {
        Path repository = Files.createDirectories(vendor.resolve("repository"));
        Path io = Files.createDirectory(repository.resolve("io"));
        link(LIBRARIES, repository, "io");
        link(LIBRARIES.resolve("io"), io, "switchboard");
        return repository;
    }

    private static void link(Path from, Path to, String without) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                if (!child.endsWith(without)) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child.toAbsolutePath());
                }
            }
        }
    }
}
