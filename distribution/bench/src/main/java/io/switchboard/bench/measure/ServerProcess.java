package io.switchboard.bench.measure;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The built server as a process, with its own port and data folder. */
final class ServerProcess implements AutoCloseable {
    static final String ADMINISTRATOR = "admin@example.org";
    static final String PASSWORD = "measure-measure-measure";

    private final Process process;
    private final int port;
    private final Duration untilReady;

    /** Starts it and waits until it is ready. */
    ServerProcess(Path home, Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        port = freePort();
        ProcessBuilder start = new ProcessBuilder(
                        home.resolve("bin/switchboard").toString(),
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling(data.getFileName() + ".out").toFile()));
        start.environment().put("SWITCHBOARD_ADMIN_EMAIL", ADMINISTRATOR);
        start.environment().put("SWITCHBOARD_ADMIN_PASSWORD", PASSWORD);
        long begin = System.nanoTime();
        process = start.start();
        while (!ready()) {
            if (!process.isAlive()) {
                throw new IOException("The server ended; " + data + ".out says why");
            }
            Thread.sleep(20);
        }
        untilReady = Duration.ofNanos(System.nanoTime() - begin);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean ready() {
        try (Wire wire = wire(null)) {
            return wire.get("/health/ready").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Wire wire(@Nullable String token) throws IOException {
        return new Wire(port, token);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1/");
    }

    Duration untilReady() {
        return untilReady;
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns the resident memory in MiB, or 0 where the system does not tell. */
    long residentMebibytes() throws IOException {
        return status("VmRSS:") / 1_024;
    }

    /** Returns how many threads it has, or 0 where the system does not tell. */
    int threads() throws IOException {
        return (int) status("Threads:");
    }

    private long status(String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    /** Asks it to stop and waits until it has. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
