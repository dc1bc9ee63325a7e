package io.switchboard.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {
    @ParameterizedTest
    @CsvSource({
        "40001,GAVE_WAY",
        "40P01,GAVE_WAY",
        "08006,CONNECTION_LOST",
        "57P01,CONNECTION_LOST",
        "57014,TIMED_OUT",
        "40502,TIMED_OUT",
        "55P03,TIMED_OUT",
        "23505,DUPLICATE_KEY",
        "23503,OTHER",
        "42601,OTHER"
    })
    void theStateTellsWhatItMeans(String state, SqlFailure meaning) {
        assertThat(SqlFailure.of(new IllegalStateException(new SQLException("failed", state))))
                .isEqualTo(meaning);
    }

    @Test
    void aStatementThatTookTooLongIsNotRunAgainForItsClass() {
        assertThat(SqlFailure.of(new SQLTransactionRollbackException("timeout", "40502")))
                .isEqualTo(SqlFailure.TIMED_OUT);
    }

    @Test
    void whatHasNoStateIsOurFault() {
        assertThat(SqlFailure.of(new IllegalStateException("no"))).isEqualTo(SqlFailure.OTHER);
        assertThat(SqlFailure.of(new SQLException("no"))).isEqualTo(SqlFailure.OTHER);
    }
}
