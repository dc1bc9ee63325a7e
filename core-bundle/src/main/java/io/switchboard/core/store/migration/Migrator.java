package io.switchboard.core.store.migration;

import io.switchboard.core.store.Database;
import io.switchboard.core.store.DatabaseKind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.migration.operations.PendingOperation;
import org.apache.ibatis.migration.options.DatabaseOperationOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the steps that a database has not seen. It may be killed at any point and goes on from there at the next
 * start; nodes that start at the same time wait for each other.
 */
public final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z0-9]+)}");

    private final Database database;
    private final String changelog;
    private final Map<String, String> variables;

    /**
     * Prepares to migrate.
     *
     * @param changelog the table that holds what was applied; it is created when it is missing
     * @param variables what else {@code ${...}} may stand for, besides the engine's column types
     */
    public Migrator(Database database, String changelog, Map<String, String> variables) {
        this.database = database;
        this.changelog = changelog;
        this.variables = new HashMap<>(database.kind().columnTypes());
        this.variables.putAll(variables);
    }

    /**
     * Applies what is missing.
     *
     * @throws SQLException if the database cannot be reached, or refuses a statement
     */
    public void run(List<MigrationFile> files) throws SQLException {
        List<MigrationStep> steps =
                files.stream().flatMap(file -> file.steps().stream()).toList();
        apply(steps);
    }

    /**
     * Returns the steps that are missing, and changes nothing.
     *
     * @throws SQLException if the database cannot be reached
     */
    public List<MigrationStep> pending(List<MigrationFile> files) throws SQLException {
        try (Connection connection = database.openConnection()) {
            Set<BigDecimal> applied =
                    hasChangelog(connection) ? keptStatements(connection).keySet() : Set.of();
            return files.stream()
                    .flatMap(file -> file.steps().stream())
                    .filter(step -> !applied.contains(step.id()))
                    .toList();
        }
    }

    private boolean hasChangelog(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(changelog)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Applies steps that are missing, for example those that a backup has kept. */
    public void apply(List<MigrationStep> steps) throws SQLException {
        database.structure().lock();
        try {
            if (database.kind() == DatabaseKind.HSQLDB) {
                applyAlone(steps);
            } else {
                applyInTurn(steps);
            }
        } finally {
            database.structure().unlock();
        }
    }

    /** The embedded engine changes tables between transactions only. */
    private void applyAlone(List<MigrationStep> steps) throws SQLException {
        if (!database.passage().alone(PATIENCE, () -> applyInTurn(steps))) {
            throw new SQLException("A transaction has been going on for more than " + PATIENCE.toSeconds()
                    + " seconds, and tables cannot be changed before it ends; start the plugin again then");
        }
    }

    private void applyInTurn(List<MigrationStep> steps) throws SQLException {
        long begun = System.nanoTime();
        try (Connection turn = database.openConnection()) {
            awaitTurn(turn);
            createChangelog();
            DatabaseOperationOption option = new DatabaseOperationOption();
            option.setChangelogTable(changelog);
            option.setSendFullScript(true);
            // Both engines warn when there is nothing to do, which is what a step that runs again finds.
            option.setThrowWarning(false);
            new PendingOperation()
                    .operate(database::openConnection, new StepLoader(steps, this::substitute), option, null);
            keepStatements(steps);
            endTurn(turn);
        }
        LOG.info("{} is at step {} after {} ms", changelog, last(steps), (System.nanoTime() - begun) / 1_000_000);
    }

    private static String last(List<MigrationStep> steps) {
        return steps.isEmpty() ? "none" : steps.get(steps.size() - 1).id().toPlainString();
    }

    /**
     * Replaces the variables of a statement.
     *
     * @throws IllegalArgumentException if it has one that is not known
     */
    public String substitute(String statement) {
        return VARIABLE.matcher(statement)
                .replaceAll(match -> Matcher.quoteReplacement(Optional.ofNullable(variables.get(match.group(1)))
                        .orElseThrow(() -> new IllegalArgumentException("There is no variable " + match.group()))));
    }

    /** Holds a row of the lock table until the turn ends. An embedded database has one node, which needs no turn. */
    private void awaitTurn(Connection turn) throws SQLException {
        if (database.kind() == DatabaseKind.HSQLDB) {
            return;
        }
        createLockTable(turn);
        try (PreparedStatement insert =
                turn.prepareStatement("insert into migration_lock (name) values (?) on conflict do nothing")) {
            insert.setString(1, changelog);
            insert.execute();
        }
        turn.setAutoCommit(false);
        try (PreparedStatement select =
                turn.prepareStatement("select name from migration_lock where name = ? for update")) {
            select.setString(1, changelog);
            select.execute();
        }
    }

    private static void createLockTable(Connection turn) throws SQLException {
        try (Statement statement = turn.createStatement()) {
            statement.execute("create table if not exists migration_lock (name varchar(200) primary key)");
        } catch (SQLException refused) {
            LOG.debug("Another node seems to create the lock table at this moment", refused);
            try (Statement check = turn.createStatement()) {
                check.execute("select name from migration_lock where name = ''");
            }
        }
    }

    private static void endTurn(Connection turn) throws SQLException {
        if (!turn.getAutoCommit()) {
            turn.commit();
        }
    }

    private void createChangelog() throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(substitute("create table if not exists " + changelog
                    + " (id numeric(20,3) primary key, applied_at varchar(25) not null,"
                    + " description varchar(255) not null, statement ${text})"));
        }
    }

    /** Writes each step's statement beside it, and warns of one that was edited after it was applied. */
    private void keepStatements(List<MigrationStep> steps) throws SQLException {
        try (Connection connection = database.openConnection()) {
            Map<BigDecimal, Optional<String>> kept = keptStatements(connection);
            for (MigrationStep step : steps) {
                Optional<String> statement = kept.getOrDefault(step.id(), Optional.empty());
                if (statement.isEmpty()) {
                    keep(connection, step);
                } else if (!statement.get().equals(step.statement())) {
                    LOG.warn(
                            "Step {} of {} was edited after it was applied; add a new step instead",
                            step.id(),
                            changelog);
                }
            }
        }
    }

    private Map<BigDecimal, Optional<String>> keptStatements(Connection connection) throws SQLException {
        Map<BigDecimal, Optional<String>> kept = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, statement from " + changelog)) {
            while (rows.next()) {
                kept.put(rows.getBigDecimal(1), Optional.ofNullable(rows.getString(2)));
            }
        }
        return kept;
    }

    private void keep(Connection connection, MigrationStep step) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update " + changelog + " set statement = ? where id = ?")) {
            update.setString(1, step.statement());
            update.setBigDecimal(2, step.id());
            update.executeUpdate();
        }
    }
}
