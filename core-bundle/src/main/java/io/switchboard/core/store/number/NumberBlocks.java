package io.switchboard.core.store.number;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;

/**
 * Gives the numbers of sequences. No two calls, on any node, ever get the same number. Numbers may be left out: those of
 * a block that a node had not used up when it stopped, and those of work that was rolled back.
 */
@Component(service = NumberBlocks.class)
@SatisfyingConditionTarget("(osgi.condition.id=switchboard.database)")
public final class NumberBlocks {
    private static final int BLOCK_SIZE = 100;
    private static final String DUPLICATE_KEY = "23505";
    private static final int TRIES = 20;

    private final Database database;
    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    /** Makes the blocks. */
    @Activate
    public NumberBlocks(@Reference Database database) {
        this.database = database;
    }

    /**
     * Returns the next number of a sequence. A new block is taken on a connection of its own, so the transaction of the
     * thread neither waits for other nodes nor gives the block back when it is rolled back.
     *
     * @param first is asked for the first number ever when the sequence is new; 0 or more
     */
    public long next(String sequence, LongSupplier first) {
        return blocks.computeIfAbsent(sequence, Block::new).next(first);
    }

    /** The numbers of a sequence that this node has taken and not yet given. */
    private final class Block {
        private final String sequence;
        private long next;
        private long end;

        Block(String sequence) {
            this.sequence = sequence;
        }

        synchronized long next(LongSupplier first) {
            if (next == end) {
                next = take(sequence, first);
                end = next + BLOCK_SIZE;
            }
            return next++;
        }
    }

    private long take(String sequence, LongSupplier first) {
        try (Connection connection = database.openConnection()) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                OptionalLong seen = read(connection, sequence);
                long start = seen.isPresent() ? seen.getAsLong() : first.getAsLong();
                boolean taken = seen.isPresent()
                        ? advance(connection, sequence, start)
                        : insert(connection, sequence, start + BLOCK_SIZE);
                if (taken) {
                    return start;
                }
            }
            throw new SwitchboardException(
                    ErrorCode.OVERLOADED, "Too many nodes take numbers at this moment; please try again");
        } catch (SQLException failure) {
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE, "No number could be taken; try again in a moment", failure);
        }
    }

    private static OptionalLong read(Connection connection, String sequence) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select next_number from number_block where name = ?")) {
            select.setString(1, sequence);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static boolean advance(Connection connection, String sequence, long start) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update number_block set next_number = ? where name = ? and next_number = ?")) {
            update.setLong(1, start + BLOCK_SIZE);
            update.setString(2, sequence);
            update.setLong(3, start);
            return update.executeUpdate() == 1;
        }
    }

    /** Begins the sequence; false if another node was faster. */
    private static boolean insert(Connection connection, String sequence, long next) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into number_block (name, next_number) values (?, ?)")) {
            insert.setString(1, sequence);
            insert.setLong(2, next);
            return insert.executeUpdate() == 1;
        } catch (SQLException refused) {
            if (DUPLICATE_KEY.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }
}
