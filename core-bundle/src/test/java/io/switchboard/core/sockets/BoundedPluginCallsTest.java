package io.switchboard.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.survey.SurveySelection;
import io.switchboard.core.sockets.Answer.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedPluginCallsTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final Quarantine quarantine = new Quarantine();
    private final BoundedPluginCalls calls = new BoundedPluginCalls(quarantine);
    private final CountDownLatch release = new CountDownLatch(1);

    /** A socket as simple as possible. */
    interface Oracle {
        Object speak() throws Exception;
    }

    @AfterEach
    void stop() {
        release.countDown();
        calls.deactivate();
    }

    @Test
    void whatAPluginSaysIsGiven() {
        assertThat(ask("good", () -> "yes", LONG)).isEqualTo(new Answer.Given<Object>("good", "yes"));
    }

    @Test
    void anExceptionIsAFailureThatNamesThePlugin() {
        assertFailed(
                ask(
                        "bad",
                        () -> {
                            throw new java.io.IOException("no route");
                        },
                        LONG),
                Kind.THREW,
                "threw java.io.IOException: no route");
    }

    @Test
    void whoIsInQuarantineIsAskedNothingAndCountsAsFailing() {
        quarantine.hold(Map.of("held", new Quarantine.Held(Instant.EPOCH, "It failed")));

        assertFailed(
                ask(
                        "held",
                        () -> {
                            throw new AssertionError("it was asked");
                        },
                        LONG),
                Kind.REJECTED,
                "was not asked: it is in quarantine");
        assertThat(ask("other", () -> "yes", LONG)).isEqualTo(new Answer.Given<Object>("other", "yes"));
    }

    @Test
    void nullIsNonsense() {
        assertFailed(ask("empty", () -> null, LONG), Kind.NONSENSE, "answered null");
    }

    @Test
    void endlessRecursionEndsInsideTheCall() {
        assertFailed(
                ask("deep", BoundedPluginCallsTest::recurse, LONG), Kind.THREW, "threw java.lang.StackOverflowError");
    }

    @Test
    @SuppressWarnings({"removal", "deprecation"})
    void errorsOfEverySortAreContained() {
        for (Error error : List.of(new NoClassDefFoundError("x"), new ThreadDeath(), new AssertionError("x"))) {
            assertFailed(
                    ask(
                            "errors" + error.getClass().getSimpleName(),
                            () -> {
                                throw error;
                            },
                            LONG),
                    Kind.THREW,
                    "threw " + error.getClass().getName());
        }
    }

    @Test
    void anExceptionWhoseMessageThrowsIsContained() {
        assertFailed(
                ask(
                        "hostile",
                        () -> {
                            throw new RuntimeException() {
                                @Override
                                public String getMessage() {
                                    throw new IllegalStateException();
                                }
                            };
                        },
                        LONG),
                Kind.THREW,
                "whose message cannot be read");
    }

    @Test
    void aHangingCallIsCutCountedAndNamed() {
        AtomicBoolean begun = new AtomicBoolean();
        Oracle slow = () -> {
            begun.set(true);
            return hang();
        };
        do {
            assertFailed(ask("slow", slow, SHORT), Kind.TIMED_OUT, "did not answer in time");
        } while (!begun.get());

        assertThat(calls.hanging()).singleElement().satisfies(call -> {
            assertThat(call.plugin()).isEqualTo("slow");
            assertThat(call.thread()).isEqualTo("plugin slow at Oracle");
        });
        assertThat(figures("slow").hanging()).isEqualTo(1);
    }

    @Test
    void theBreakerOpensWithinTwentyCallsAndThePluginIsAskedNoMore() {
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 40; i++) {
            ask(
                    "broken",
                    () -> {
                        asked.incrementAndGet();
                        throw new IllegalStateException();
                    },
                    LONG);
        }
        assertThat(asked.get()).isLessThanOrEqualTo(20);
        assertThat(figures("broken").breaker()).isEqualTo("open");
        assertThat(figures("broken").calls()).isEqualTo(40);
        assertThat(figures("broken").failures()).containsEntry(Kind.REJECTED, 40L - asked.get());
    }

    @Test
    void whatWasGivenUpBeforeItBeganIsNotAskedAnyMore() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        PluginGate gate = new PluginGate();
        gate.enter(0);
        PluginCall<Oracle, Object> call =
                new PluginCall<>(service("crowded", asked::incrementAndGet), Oracle::speak, gate);
        assertFailed(call.await(System.nanoTime()), Kind.TIMED_OUT, "did not answer in time");

        call.run();

        assertThat(asked).hasValue(0);
        assertThat(gate.hanging).isEmpty();
        for (int place = 0; place < PluginGate.BULKHEAD; place++) {
            assertThat(gate.enter(0)).isTrue();
        }
    }

    @Test
    void aHangingPluginLeavesTheOthersTheirThreads() {
        for (int i = 0; i < 30; i++) {
            ask("stuck", this::hang, SHORT);
        }
        assertThat(calls.hanging()).hasSizeLessThanOrEqualTo(PluginGate.BULKHEAD);
        assertThat(ask("other", () -> 1, LONG)).isInstanceOf(Answer.Given.class);
    }

    @Test
    void severalAreAskedSideBySideAndAnswerInTheirOrder() {
        CountDownLatch bothThere = new CountDownLatch(2);
        Oracle meeting = () -> {
            bothThere.countDown();
            bothThere.await();
            return "met";
        };
        List<Answer<Object>> answers =
                calls.askAll(List.of(service("one", meeting), service("two", meeting)), LONG, Oracle::speak);
        assertThat(answers).containsExactly(new Answer.Given<>("one", "met"), new Answer.Given<>("two", "met"));
    }

    @Test
    void aCallThatComesBackLateGivesItsPlaceBack() throws Exception {
        AtomicBoolean begun = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        Oracle late = () -> {
            begun.set(true);
            try {
                release.await();
            } catch (InterruptedException cut) {
                interrupted.set(true);
            }
            return "too late";
        };
        do {
            ask("late", late, SHORT);
        } while (!begun.get());
        while (!calls.hanging().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(interrupted).isTrue();
        assertThat(figures("late").running()).isZero();
    }

    @Test
    void theClassLoaderOfThePluginIsTheContextOfTheCall() {
        Answer<Object> answer = ask("loader", () -> Thread.currentThread().getContextClassLoader(), LONG);
        assertThat(answer)
                .isEqualTo(new Answer.Given<Object>("loader", getClass().getClassLoader()));
    }

    @Test
    void onlyAnAdvisorIsTriedAgainWithoutAnybodyWaitingForIt() {
        for (int i = 0; i < 5; i++) {
            ask("courier", this::hang, SHORT);
            advise("advisor", this::hang, SHORT);
        }

        Duration limit = Duration.ofMillis(500);
        assertFailed(untilTried(() -> advise("advisor", this::hang, limit)), Kind.REJECTED, "is being tried again");
        assertFailed(untilTried(() -> ask("courier", this::hang, limit)), Kind.TIMED_OUT, "did not answer in time");
        while (figures("advisor").failures().get(Kind.TIMED_OUT) < 6) {
            Thread.onSpinWait();
        }
        assertThat(figures("advisor").breaker()).isEqualTo("open");
    }

    @Test
    void whatAnAdvisorThatWorksAgainSaysIsGiven() {
        for (int i = 0; i < 5; i++) {
            advise("advisor", () -> null, LONG);
        }
        Answer<Object> answer = untilTried(() -> advise("advisor", () -> "well again", LONG));

        assertThat(answer).isEqualTo(new Answer.Given<Object>("advisor", "well again"));
        assertThat(figures("advisor").breaker()).isEqualTo("closed");
    }

    /** Asks until the pause is over, in which the plugin is not asked. */
    private static Answer<Object> untilTried(Supplier<Answer<Object>> asking) {
        while (true) {
            Answer<Object> answer = asking.get();
            if (!answer.toString().contains("was not asked")) {
                return answer;
            }
            Thread.onSpinWait();
        }
    }

    private Answer<Object> advise(String plugin, Oracle oracle, Duration limit) {
        SurveySelection advisor = interaction -> {
            throw new UnsupportedOperationException();
        };
        return calls.ask(
                new SocketService<>(SurveySelection.class, plugin, advisor, 0, Map.of()),
                limit,
                asked -> oracle.speak());
    }

    private Object hang() {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException deaf) {
                continue; // a plugin that does not hear
            }
        }
        return "released";
    }

    private static int recurse() {
        return recurse() + 1;
    }

    private Answer<Object> ask(String plugin, Oracle oracle, Duration limit) {
        return calls.ask(service(plugin, oracle), limit, Oracle::speak);
    }

    private CallFigures figures(String plugin) {
        return calls.figures().stream()
                .filter(figure -> figure.plugin().equals(plugin))
                .findFirst()
                .orElseThrow();
    }

    private static SocketService<Oracle> service(String plugin, Oracle oracle) {
        return new SocketService<>(Oracle.class, plugin, oracle, 0, Map.of());
    }

    private static void assertFailed(Answer<Object> answer, Kind kind, String message) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(kind);
            assertThat(failed.message()).contains(message);
        });
    }
}
