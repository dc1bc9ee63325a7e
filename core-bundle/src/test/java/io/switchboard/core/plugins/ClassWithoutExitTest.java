package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassWithoutExitTest {
    /** Ends the process in each way that there is, by its name. */
    public static final class Ending implements Callable<Map<String, Runnable>> {
        @Override
        public Map<String, Runnable> call() {
            IntConsumer exit = System::exit;
            IntConsumer halt = Runtime.getRuntime()::halt;
            Ender ender = new Ender() {};
            return Map.of(
                    "System.exit", () -> System.exit(1),
                    "Runtime.exit", () -> Runtime.getRuntime().exit(1),
                    "Runtime.halt", () -> Runtime.getRuntime().halt(1),
                    "System::exit", () -> exit.accept(1),
                    "Runtime::halt", () -> halt.accept(1),
                    "of an interface", ender::end);
        }
    }

    /** Ends it in a method of an interface. */
    public interface Ender {
        /** Does it if something is so, and so has more than one way to go. */
        default void end() {
            if (hashCode() != 0 || toString().isEmpty()) {
                System.exit(1);
            }
        }
    }

    /** Ends nothing. */
    public static final class Harmless {
        /** Has a method of that name. */
        public static void exit(int status) {
            Harmless.exit(status);
        }
    }

    /** Loads its own copies of the classes of this test, woven. */
    private static final class Loader extends ClassLoader {
        Loader() {
            super(ClassWithoutExitTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ClassWithoutExitTest.class.getName() + "$E")) {
                return super.loadClass(name, resolve);
            }
            byte[] bytes = bytes(name);
            byte[] woven = ClassWithoutExit.of(bytes, "ending").orElse(bytes);
            return defineClass(name, woven, 0, woven.length);
        }
    }

    private final List<LogRecord> told = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(RefusedExits.LOGGER);
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            told.add(entry);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(listener);
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyWayToEndTheProcessThrowsAndIsTold() throws Exception {
        Class<?> woven = new Loader().loadClass(Ending.class.getName(), true);
        Map<String, Runnable> ways = ((Callable<Map<String, Runnable>>)
                        woven.getDeclaredConstructor().newInstance())
                .call();

        assertThat(ways).hasSize(6).allSatisfy((way, end) -> {
            told.clear();
            assertThatThrownBy(end::run)
                    .isInstanceOf(SecurityException.class)
                    .hasMessageContaining("A plugin cannot end the server");
            assertThat(told)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getParameters()).containsExactly("ending"));
        });
        assertThat(told).extracting(LogRecord::getMessage).allMatch(how -> how.matches("(System|Runtime)\\..*"));
    }

    @Test
    void aClassThatEndsNothingIsLeftAsItIs() {
        assertThat(ClassWithoutExit.of(bytes(Harmless.class.getName()), "ending"))
                .isEqualTo(Optional.empty());
    }

    @Test
    void whatIsNoClassIsNotTaken() {
        assertThatThrownBy(() -> ClassWithoutExit.of(new byte[] {1, 2, 3}, "ending"))
                .isInstanceOf(RuntimeException.class);
    }

    private static byte[] bytes(String name) {
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = ClassWithoutExitTest.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
