package io.switchboard.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Starts the shared server when the first test of this JVM asks for it; it ends with the JVM. It is not kept in the store of the
 * extension context: with several forks each class is an execution of its own to JUnit, and would get a server of its own.
 */
final class SharedServer implements ParameterResolver, TestExecutionExceptionHandler {

    private static @Nullable RunningServer running;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        addLog(failure);
        throw failure;
    }

    private static synchronized void addLog(Throwable failure) {
        if (running != null) {
            failure.addSuppressed(new ServerLog(running.log()));
        }
    }

    private static synchronized RunningServer server() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    private static RunningServer start() {
        try {
            Path folder = Files.createTempDirectory("switchboard-it");
            return ServerSetup.in(folder).with("--test-clock").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Carries the end of the server's log to the report of a failed test. */
    private static final class ServerLog extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private static final int SHOWN = 8_000;

        ServerLog(String log) {
            super("The server's log ends:\n" + log.substring(Math.max(0, log.length() - SHOWN)), null, false, false);
        }
    }
}
