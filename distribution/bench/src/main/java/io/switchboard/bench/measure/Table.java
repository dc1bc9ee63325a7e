package io.switchboard.bench.measure;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints figures as rows of a Markdown table, as they come. */
final class Table {
    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
        out.println(
                "| what | clients | a second | p50 ms | p99 ms | processor ms each | the desk reaches of it | failed |");
        out.println("|---|---|---|---|---|---|---|---|");
    }

    /** Prints a row; of something that the desk is measured against also which share of its rate the desk reached. */
    Figures row(String what, int clients, Figures figures, @Nullable Figures desk) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %.1f | %.1f | %s | %s | %d |",
                what,
                clients,
                figures.perSecond(),
                figures.p50(),
                figures.p99(),
                figures.processorMillis() == 0 ? "" : String.format(Locale.ROOT, "%.2f", figures.processorMillis()),
                desk == null ? "" : String.format(Locale.ROOT, "%.2f", desk.perSecond() / figures.perSecond()),
                figures.failures()));
        return figures;
    }

    /** Prints a remark below the rows. */
    void remark(String text, Object... values) {
        out.println(String.format(Locale.ROOT, "| " + text + " | | | | | | | |", values));
    }
}
