package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor checks an archive without a server: the plan, and the contract suites of what it offers. */
class PluginCheckIT {

    @TempDir
    Path folder;

    private Path temporary;

    @BeforeEach
    void haveAPlaceForWhatIsTemporary() throws IOException {
        temporary = Files.createDirectories(folder.resolve("temporary"));
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    private CommandRun check(Path archive, String... options) {
        List<String> words = new ArrayList<>(List.of("plugin", "check", archive.toString()));
        words.addAll(List.of(options));
        return CommandRun.with(
                Map.of("SWITCHBOARD_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary), words.toArray(String[]::new));
    }

    private static Path offered(String id) throws IOException {
        try (Stream<Path> files = Files.list(Distribution.home().resolve("offered"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(id + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theJavadocOfTheApiIsInTheDistribution() {
        assertThat(Distribution.home().resolve("sdk/javadoc/io/switchboard/api/assignment/AssignmentRule.html"))
                .content()
                .contains("AssignmentRule", "Switchboard API");
    }

    @Test
    void whatKeepsItsContractsPasses() throws IOException {
        CommandRun run = check(offered("assign-by-workload"), "--set", "halfway=7");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains(
                        "assign-by-workload",
                        "serves      AssignmentRule",
                        "AssignmentRuleContract, asked of io.switchboard.assign.workload.AssignByWorkload",
                        " 0 failed, 0 are left to the vendor's own tests.")
                .doesNotContain("FAILED");
    }

    @Test
    void whatBreaksThemFailsAndIsToldQuestionByQuestion() {
        CommandRun run = check(Distribution.brokenPlugin("answers-null"), "--json");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        JsonNode report = Json.read(run.output());
        assertThat(report.path("passed").asBoolean()).isFalse();
        assertThat(report.at("/plan/possible").asBoolean()).isTrue();
        assertThat(Json.list(report.path("contracts")))
                .anySatisfy(finding -> {
                    assertThat(finding.path("socket").asText()).isEqualTo("Classifier");
                    assertThat(finding.path("outcome").asText()).isEqualTo("failed");
                    assertThat(finding.path("message").asText()).isNotBlank();
                })
                .anySatisfy(
                        finding -> assertThat(finding.path("outcome").asText()).isEqualTo("left"));
    }

    @Test
    void whatCannotBeInstalledFailsWithThePlan() throws IOException {
        Path archive = Files.write(folder.resolve("odd.jar"), Plugins.archive("odd", "Nowhere", "1.0.0"));

        CommandRun run = check(archive);

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output())
                .contains("fits a socket that this server does not have: Nowhere", "contracts were not asked");
    }
}
