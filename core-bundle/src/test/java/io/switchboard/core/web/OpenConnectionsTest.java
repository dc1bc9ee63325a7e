package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.eclipse.jetty.io.Connection;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {
    private final OpenConnections connections = new OpenConnections();
    private long bytes;
    private boolean closed;
    private final Connection connection = (Connection) Proxy.newProxyInstance(
            OpenConnectionsTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> switch (method.getName()) {
                case "getBytesIn" -> bytes;
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == arguments[0];
                case "close" -> {
                    closed = true;
                    yield null;
                }
                default -> throw new UnsupportedOperationException(method.getName());
            });

    @Test
    void whoNeverSendsAFirstRequestIsLetGo() {
        connections.opened(connection, 0);

        endLate(20);
        assertThat(closed).isFalse();
        endLate(21);
        assertThat(closed).isTrue();
    }

    @Test
    void whoSendsItsFirstHeadByteByByteIsLetGoAllTheSame() {
        connections.opened(connection, 0);
        for (int second = 1; second <= 20; second++) {
            bytes++;
            endLate(second);
            assertThat(closed).isFalse();
        }

        endLate(21);

        assertThat(closed).isTrue();
    }

    @Test
    void aRequestThatIsBeingAnsweredMayTakeItsTime() {
        connections.opened(connection, 0);
        connections.begun(connection);

        endLate(10_000);
        connections.endIdle();

        assertThat(closed).isFalse();
        assertThat(connections.busy()).isEqualTo(1);
    }

    @Test
    void aConnectionThatRestsAfterAnAnswerIsKept() {
        answerOne();

        endLate(10_000);

        assertThat(closed).isFalse();
        assertThat(connections.busy()).isZero();
    }

    @Test
    void aLaterHeadThatTricklesIsNotWaitedFor() {
        answerOne();
        for (int second = 100; second <= 110; second++) {
            bytes++;
            endLate(second);
            assertThat(closed).isFalse();
        }

        endLate(111);

        assertThat(closed).isTrue();
    }

    @Test
    void aConnectionAtRestIsEndedWhenTheServerStops() {
        answerOne();

        connections.endIdle();

        assertThat(closed).isTrue();
    }

    @Test
    void whatIsClosedIsForgotten() {
        connections.opened(connection, 0);
        connections.onClosed(connection);

        endLate(10_000);

        assertThat(closed).isFalse();
        assertThat(connections.count()).isZero();
    }

    private void answerOne() {
        connections.opened(connection, 0);
        connections.begun(connection);
        bytes = 500;
        connections.ended(connection);
    }

    private void endLate(int second) {
        connections.endLate(Duration.ofSeconds(second).toNanos());
    }
}
