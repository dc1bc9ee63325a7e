package io.switchboard.it.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the script of a newcomer, who has a shell, curl, and what README and plugin guide say. */
class NewcomerIT {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    @Test
    void whatTheReadmeAndThePluginGuideSayIsSo() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "sh",
                        MODULE.resolve("src/newcomer/newcomer.sh").toString(),
                        MODULE.resolve("../..").normalize().toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        assertThat(output).contains("all is as README and plugin guide say");
        assertThat(process.exitValue()).as(output).isZero();
    }
}
