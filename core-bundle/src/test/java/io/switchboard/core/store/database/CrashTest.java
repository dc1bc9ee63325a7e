package io.switchboard.core.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.store.MyBatisTransactions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    private static final int KILLS = 3;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 400;

    @TempDir
    Path folder;

    @Test
    void aKilledProcessLosesNothingThatItAcknowledgedAndLeavesNoHalves() throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(writeUntilKilled(kill * 1_000_000L));
            try (EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve("database"), () -> {})) {
                MyBatisTransactions transactions = new MyBatisTransactions(database);
                List<Long> kept = transactions.read(
                        () -> transactions.of(PairMapper.class).numbers(1));
                assertThat(kept).containsAll(acknowledged);
                assertThat(transactions.read(
                                () -> transactions.of(PairMapper.class).numbers(2)))
                        .isEqualTo(kept);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED_BEFORE_KILL);
    }

    private List<Long> writeUntilKilled(long from) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashedWriter.class.getName(),
                        folder.resolve("database").toString(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> acknowledged = new ArrayList<>();
        try (BufferedReader answers = writer.inputReader()) {
            String line = answers.readLine();
            while (line != null) {
                if (line.endsWith(".")) {
                    acknowledged.add(Long.valueOf(line.substring(0, line.length() - 1)));
                }
                if (acknowledged.size() == ACKNOWLEDGED_BEFORE_KILL) {
                    writer.toHandle().destroyForcibly();
                }
                line = answers.readLine();
            }
        } finally {
            writer.destroyForcibly();
            writer.waitFor();
        }
        return acknowledged;
    }
}
