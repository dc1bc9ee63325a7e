package io.switchboard.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Starts the shared server when the first test asks for it; stops it after the last. */
final class SharedServer implements ParameterResolver, TestExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        RunningServer server = context.getRoot().getStore(NAMESPACE).get(RunningServer.class, RunningServer.class);
        if (server != null) {
            failure.addSuppressed(new ServerLog(server.log()));
        }
        throw failure;
    }

    private static RunningServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(RunningServer.class, type -> start(), RunningServer.class);
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
