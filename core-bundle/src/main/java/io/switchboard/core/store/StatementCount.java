package io.switchboard.core.store;

/** Counts the statements that mappers have run, so that a test can hold a request to a bounded number of them. */
public interface StatementCount {
    /** Returns how many statements the current thread has run since it began. */
    long onThisThread();

    /** Returns how many statements were run since the start. */
    long total();

    /** Returns how many read-write transactions were committed since the start. */
    long commits();
}
