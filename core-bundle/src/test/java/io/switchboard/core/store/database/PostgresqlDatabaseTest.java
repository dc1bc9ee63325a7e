package io.switchboard.core.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.StoreTestbed;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlDatabaseTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.postgresql();

    @Test
    void workIsRunAgainWhenItsConnectionIsLost() throws SQLException {
        try (Connection connection = STORE.database().openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table pair (number bigint, half int, primary key (number, half))");
        }
        AtomicInteger runs = new AtomicInteger();
        STORE.transactions().write(() -> {
            STORE.mappers().of(PairMapper.class).insert(1, 1);
            if (runs.incrementAndGet() == 1) {
                endAllOtherSessions();
            }
            return STORE.mappers().of(PairMapper.class).insert(1, 2);
        });
        assertThat(runs).hasValue(2);
        assertThat(STORE.transactions()
                        .read(() -> STORE.mappers().of(PairMapper.class).numbers(2)))
                .containsExactly(1L);
    }

    private static void endAllOtherSessions() {
        try (Connection connection = STORE.database().openConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_terminate_backend(pid) from"
                        + " pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()")) {
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeUnavailable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> new PostgresqlDatabase("jdbc:postgresql://127.0.0.1:" + port + "/desk", "desk", "x"))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
    }
}
