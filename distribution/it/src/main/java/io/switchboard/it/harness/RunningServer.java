package io.switchboard.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server of the built distribution, running as a process of its own. It is stopped with the JVM at the latest. Not for
 * several threads to start and stop; for any number to talk to.
 */
public final class RunningServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Switchboard is ready at (\\S+)");
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    private final ServerSetup setup;
    private final int port;
    private final Path output;
    private Process process;
    private @Nullable URI address;

    private RunningServer(ServerSetup setup) throws IOException {
        this.setup = setup;
        this.port = Ports.next();
        Files.createDirectories(setup.data());
        this.output = setup.data().resolveSibling(setup.data().getFileName() + ".output");
        this.process = launch();
    }

    static RunningServer start(ServerSetup setup) {
        try {
            RunningServer server = new RunningServer(setup);
            server.address = server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server and kills it at the latest when it is ready, or as soon as the condition holds. */
    static RunningServer startAndKill(ServerSetup setup, BooleanSupplier when) {
        try {
            RunningServer server = new RunningServer(setup);
            while (!when.getAsBoolean()
                    && server.process.isAlive()
                    && !READY.matcher(read(server.output)).find()) {
                Thread.onSpinWait();
            }
            server.kill9();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, ending in a slash. */
    public URI address() {
        return Objects.requireNonNull(address, "it was never ready");
    }

    /** Its data folder. */
    public Path data() {
        return setup.data();
    }

    /** A caller that nobody knows. */
    public Http http() {
        return Http.to(address());
    }

    /** The administrator, signed in anew. */
    public Http administrator() {
        return http().signIn(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD);
    }

    /** The process, for its memory and processor time. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Asks it to stop, as an operator would, and waits. Returns the exit code. */
    public int stop() {
        process.destroy();
        return awaitExit(STOP_LIMIT);
    }

    /** Ends it at once, as a power cut would. */
    public void kill9() {
        process.destroyForcibly();
        awaitExit(STOP_LIMIT);
    }

    /** Starts it again on the same port, data and database, after {@link #stop()} or {@link #kill9()}. */
    public void startAgain() {
        if (process.isAlive()) {
            throw new IllegalStateException("it still runs");
        }
        try {
            process = launch();
            address = awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command on its data, such as {@code verify-history}, while it is stopped. */
    public CommandRun command(String name, String... options) {
        List<String> words =
                new ArrayList<>(List.of(name, "--data", setup.data().toString()));
        words.addAll(List.of(options));
        words.addAll(setup.database().options());
        return CommandRun.of(words.toArray(String[]::new));
    }

    /** What it printed since it was last started, and its log: to be shown when a test fails. */
    public String log() {
        return read(output) + "\n" + read(setup.data().resolve("logs/switchboard.log"));
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(Distribution.command().toString()));
        command.addAll(List.of("--data", setup.data().toString(), "--port", String.valueOf(port)));
        command.addAll(setup.database().options());
        command.addAll(setup.options());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SWITCHBOARD_ADMIN_EMAIL", ServerSetup.ADMIN_EMAIL);
        builder.environment().put("SWITCHBOARD_ADMIN_PASSWORD", ServerSetup.ADMIN_PASSWORD);
        builder.environment().putAll(setup.environment());
        Distribution.addJavaOptions(builder.environment());
        Process started = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return started;
    }

    private URI awaitReady() {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(limit)) {
            Matcher matcher = READY.matcher(read(output));
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended with " + process.exitValue() + ":\n" + log());
            }
            pause();
        }
        process.destroyForcibly();
        throw new IllegalStateException("The server was not ready within " + START_LIMIT + ":\n" + log());
    }

    private int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not end within " + limit + ":\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "(" + file + " cannot be read: " + e + ")";
        }
    }
}
