package io.switchboard.api.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * <b>Provider.</b> A report over tickets.
 *
 * <p>Register it as an OSGi service. Called on threads of the desk, 60 s for an answer. Only people with the right
 * {@code report.read} get it.
 */
public interface Report {
    /** Returns the id: its last path element in the API. */
    String id();

    /** Returns the title for people. */
    String title();

    /** Computes the report over the days from {@code from} to {@code to}, both included, in UTC. */
    Table compute(LocalDate from, LocalDate to, Map<String, String> parameters);

    /**
     * A table of results.
     *
     * @param columns the columns' names
     * @param rows one list a row, each as long as {@code columns}
     */
    record Table(List<String> columns, List<List<String>> rows) {
        /** Keeps copies. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
