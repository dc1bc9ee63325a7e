package io.switchboard.it.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of {@code bin/switchboard}, or of another script, that ends by itself.
 *
 * @param exitCode what it ended with
 * @param output what it printed, errors included
 */
public record CommandRun(int exitCode, String output) {

    private static final int LIMIT_SECONDS = 120;

    /** Runs it to its end. */
    public static CommandRun of(String... arguments) {
        return with(Map.of(), arguments);
    }

    /** Runs it to its end, with environment variables. */
    public static CommandRun with(Map<String, String> environment, String... arguments) {
        return script(Distribution.command(), environment, arguments);
    }

    /** Runs it to its end, with lines that it may read. */
    public static CommandRun answering(String input, String... arguments) {
        return run(Distribution.command(), Map.of(), input, arguments);
    }

    /** Runs another script to its end, with environment variables. */
    public static CommandRun script(Path script, Map<String, String> environment, String... arguments) {
        return run(script, environment, "", arguments);
    }

    private static CommandRun run(Path script, Map<String, String> environment, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Distribution.addJavaOptions(builder.environment());
        try {
            Process process = builder.start();
            try (OutputStream lines = process.getOutputStream()) {
                lines.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end: " + output);
            }
            return new CommandRun(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
