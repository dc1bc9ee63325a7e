package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Distribution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks work; what they measure is not looked at here. */
class MeasureIT {
    private static final Path SCRIPT =
            Distribution.home().resolve("../../../bench/measure").normalize();

    @TempDir
    Path folder;

    @Test
    void everythingIsMeasuredWithoutAFailureAndTheFilledDeskHasASoundHistory() {
        CommandRun run = CommandRun.script(
                SCRIPT,
                Map.of(),
                "--work",
                folder.toString(),
                "--sizes",
                "300",
                "--seconds",
                "1",
                "--rounds",
                "1",
                "--warming",
                "1");

        assertThat(run.exitCode()).as(run.output()).isZero();
        List<String> rows = run.output()
                .lines()
                .filter(line -> line.matches(".*\\| [0-9]+ \\|"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(14).allMatch(row -> row.endsWith("| 0 |"));
        CommandRun verified =
                CommandRun.of("verify-history", "--data", folder.resolve("data").toString());
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }
}
