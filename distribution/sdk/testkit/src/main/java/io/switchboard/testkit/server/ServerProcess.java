package io.switchboard.testkit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process of a server, and what it prints. */
final class ServerProcess {
    private static final String READY = "Switchboard is ready at ";
    private static final long START_MINUTES = 5;

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<URI> ready = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts it as {@code bin/switchboard} does, without a shell, and with the quick compiler alone: it lives for a test. */
    static ServerProcess start(Path home, Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.serialFilter=!*",
                "-Dswitchboard.home=" + home.toAbsolutePath(),
                "-cp",
                home.toAbsolutePath().resolve("lib") + "/*",
                "io.switchboard.launcher.Main",
                "--data",
                data.toString(),
                "--port",
                "0"));
        builder.environment().keySet().removeIf(name -> name.startsWith("SWITCHBOARD_"));
        ServerProcess server =
                new ServerProcess(builder.redirectErrorStream(true).start());
        Thread reading = new Thread(server::read, "output of the server");
        reading.setDaemon(true);
        reading.start();
        return server;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.startsWith(READY)) {
                    ready.complete(URI.create(line.substring(READY.length()).strip()));
                }
            }
        } catch (IOException gone) {
            output.append(gone).append('\n');
        }
        ready.completeExceptionally(new IllegalStateException("The server ended: " + output));
    }

    void awaitReady() throws InterruptedException {
        try {
            ready.get(START_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException ended) {
            throw new IllegalStateException(ended.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException("The server is not ready after " + START_MINUTES + " minutes: " + output);
        }
    }

    URI address() {
        return ready.join();
    }

    String output() {
        return output.toString();
    }

    void stop(long time, TimeUnit unit) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(time, unit)) {
            process.destroyForcibly().waitFor();
        }
    }
}
