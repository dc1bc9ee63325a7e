package io.switchboard.testkit.check;

import io.switchboard.testkit.Connected;
import io.switchboard.testkit.check.Finding.Outcome;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * The contract suite of one socket, asked of an object that is there already. No test engine is needed: each question is a
 * default method of the suite, which is called on a stand-in whose {@code testee()} is that object.
 */
final class Suite {
    private static final String PACKAGE = "io.switchboard.testkit.";
    private static final String TESTEE = "testee";
    private static final int LONGEST = 1_000;

    private final String socket;
    private final Class<?> contract;
    private final long limitSeconds;

    private Suite(String socket, Class<?> contract, long limitSeconds) {
        this.socket = socket;
        this.contract = contract;
        this.limitSeconds = limitSeconds;
    }

    /**
     * Returns the suite of a service's type; nothing if it is no socket.
     *
     * @param type the name of an interface
     * @param limitSeconds how long one question may take
     */
    static Optional<Suite> of(String type, long limitSeconds) {
        String socket = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        if (!type.startsWith("io.switchboard.api.")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Suite(socket, Class.forName(PACKAGE + socket + "Contract"), limitSeconds));
        } catch (ClassNotFoundException noSocket) {
            return Optional.empty();
        }
    }

    List<Finding> ask(Object testee) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(question -> finding(question, testee))
                .toList();
    }

    private Finding finding(Method question, Object testee) {
        String component = testee.getClass().getName();
        if (question.isAnnotationPresent(Connected.class)) {
            return new Finding(
                    socket, component, question.getName(), Outcome.LEFT, "needs a world that it is connected to");
        }
        Optional<Throwable> failure = failure(question, testee);
        Outcome outcome = failure.map(thrown -> thrown instanceof VendorKnows ? Outcome.LEFT : Outcome.FAILED)
                .orElse(Outcome.PASSED);
        return new Finding(
                socket,
                component,
                question.getName(),
                outcome,
                failure.map(Suite::told).orElse(""));
    }

    private Optional<Throwable> failure(Method question, Object testee) {
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread asking = new Thread(work, "contract " + question.getName());
            asking.setDaemon(true);
            return asking;
        });
        Future<?> answer = thread.submit(() -> question.invoke(standIn(testee)));
        try {
            answer.get(limitSeconds, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException thrown) {
            return Optional.of(innermost(thrown));
        } catch (TimeoutException hangs) {
            return Optional.of(new AssertionError("took more than " + limitSeconds + " s"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of(stopping);
        } finally {
            thread.shutdownNow();
        }
    }

    private Object standIn(Object testee) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(self, method, arguments);
            }
            if (method.getName().equals(TESTEE)) {
                return testee;
            }
            throw new VendorKnows(method.getName());
        };
        return Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, handler);
    }

    /** What a question throws comes wrapped by each way that it takes. */
    private static Throwable innermost(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null
                && (inner instanceof ExecutionException
                        || inner instanceof InvocationTargetException
                        || inner instanceof UndeclaredThrowableException)) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static String told(Throwable thrown) {
        boolean said = thrown instanceof AssertionError || thrown instanceof VendorKnows;
        String message = said ? String.valueOf(thrown.getMessage()) : thrown.toString();
        String line = message.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
