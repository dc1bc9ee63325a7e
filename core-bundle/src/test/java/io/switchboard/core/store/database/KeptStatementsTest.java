package io.switchboard.core.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStatementsTest {
    private static final String ADD = "insert into note values (?)";

    private final List<String> prepared = new ArrayList<>();
    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        JDBCDataSource source = new JDBCDataSource();
        source.setUrl("jdbc:hsqldb:mem:" + KeptStatementsTest.class.getSimpleName());
        source.setUser("SA");
        connection = KeptStatements.of(counted(source.getConnection()));
        connection.createStatement().execute("create table note (name varchar(80) primary key)");
    }

    @AfterEach
    void end() throws SQLException {
        connection.createStatement().execute("shutdown");
        connection.close();
    }

    private Connection counted(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add((String) arguments[0]);
                    }
                    return method.invoke(real, arguments);
                });
    }

    private void add(String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select name from note order by name");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Test
    void aTextIsCompiledOnceForAConnection() throws SQLException {
        add("one");
        add("two");
        add("three");
        assertThat(prepared).containsExactly(ADD);
        assertThat(names()).containsExactly("one", "three", "two");
    }

    @Test
    void whoeverClosedAStatementCannotUseItAnyMore() throws SQLException {
        PreparedStatement mine = connection.prepareStatement(ADD);
        mine.close();
        PreparedStatement yours = connection.prepareStatement(ADD);
        assertThat(mine.isClosed()).isTrue();
        assertThat(yours.isClosed()).isFalse();
        assertThatThrownBy(() -> mine.setString(1, "stolen")).isInstanceOf(SQLException.class);
        mine.close();
        yours.setString(1, "mine");
        assertThat(yours.executeUpdate()).isEqualTo(1);
    }

    @Test
    void aStatementInUseIsNotGivenToSomebodyElse() throws SQLException {
        try (PreparedStatement one = connection.prepareStatement(ADD);
                PreparedStatement other = connection.prepareStatement(ADD)) {
            one.setString(1, "one");
            other.setString(1, "other");
            one.executeUpdate();
            other.executeUpdate();
        }
        assertThat(names()).containsExactly("one", "other");
    }

    @Test
    void valuesOfTheLastUseAreForgotten() throws SQLException {
        add("one");
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            assertThatThrownBy(statement::executeUpdate).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aStatementThatFailedIsNotKept() throws SQLException {
        add("one");
        assertThatThrownBy(() -> add("one")).isInstanceOf(SQLException.class);
        add("two");
        assertThat(prepared).containsExactly(ADD, ADD);
    }

    @Test
    void aStatementOutlivesAChangeOfItsTable() throws SQLException {
        add("one");
        connection.createStatement().execute("create index note_name on note (name)");
        add("two");
        assertThat(names()).containsExactly("one", "two");
    }

    @Test
    void theLeastRecentlyUsedAreLetGoOf() throws SQLException {
        add("one");
        for (int i = 0; i < KeptStatements.MOST; i++) {
            connection
                    .prepareStatement("select name from note where name = '" + i + "'")
                    .close();
        }
        prepared.clear();
        add("two");
        assertThat(prepared).containsExactly(ADD);
    }
}
