package io.switchboard.bench.fill;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.MyBatisTransactions;
import io.switchboard.core.store.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The command. Ends with 0 if all tickets are there, 2 if it could not go on. */
public final class Fill {
    private static final int BATCH = 500;

    private Fill() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        try {
            FillOptions options = FillOptions.of(arguments);
            fill(options.data(), options.tickets());
        } catch (IllegalArgumentException | SwitchboardException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    /**
     * Adds tickets. The search index, which hears of nothing that is written below the feed, is removed, so that the next start
     * makes a new one.
     *
     * @param data the data folder of a stopped server that has started once and has agents in teams
     * @throws IllegalArgumentException if it is not such a folder
     * @throws UncheckedIOException if the search index cannot be removed
     */
    public static void fill(Path data, int tickets) {
        Path folder = data.resolve("database");
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("Start the server on " + data + " once, and stop it");
        }
        removeIndex(data.resolve("index"));
        try (EmbeddedDatabase database = new EmbeddedDatabase(folder, () -> {})) {
            MyBatisTransactions transactions = new MyBatisTransactions(database);
            IdGenerator ids = new IdGenerator();
            Inhabitants inhabitants = Inhabitants.settle(transactions, ids, 50 + tickets / 20);
            TicketWriter writer = new TicketWriter(database, transactions, ids, inhabitants);
            for (int from = 0; from < tickets; from += BATCH) {
                int end = Math.min(tickets, from + BATCH);
                writer.write(from, end, tickets);
                if (end % 50_000 == 0 || end == tickets) {
                    System.err.printf("%,d of %,d tickets%n", end, tickets);
                }
            }
        }
    }

    private static void removeIndex(Path index) {
        if (!Files.exists(index)) {
            return;
        }
        try (Stream<Path> files = Files.walk(index)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
