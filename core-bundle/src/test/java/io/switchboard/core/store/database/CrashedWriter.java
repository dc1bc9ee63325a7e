package io.switchboard.core.store.database;

import io.switchboard.core.store.Database;
import io.switchboard.core.store.MyBatisTransactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/** A process that commits pairs of rows from several threads and says which were acknowledged, until it is killed. */
final class CrashedWriter {
    private static final int THREADS = 4;

    private CrashedWriter() {}

    public static void main(String[] arguments) throws SQLException {
        Database database = new EmbeddedDatabase(Path.of(arguments[0]), () -> {});
        AtomicLong number = new AtomicLong(Long.parseLong(arguments[1]));
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists pair (number bigint, half int, primary key (number, half))");
        }
        MyBatisTransactions transactions = new MyBatisTransactions(database);
        for (int thread = 0; thread < THREADS; thread++) {
            new Thread(() -> writeForEver(transactions, number)).start();
        }
    }

    private static void writeForEver(MyBatisTransactions transactions, AtomicLong number) {
        while (true) {
            long next = number.incrementAndGet();
            transactions.write(() -> {
                transactions.of(PairMapper.class).insert(next, 1);
                return transactions.of(PairMapper.class).insert(next, 2);
            });
            System.out.println(next + ".");
        }
    }
}
