package io.switchboard.bench.load;

/** What became of a line. */
sealed interface Outcome {

    /** A ticket was opened. */
    record Opened() implements Outcome {}

    /** An earlier run had opened it. */
    record Present() implements Outcome {}

    /** It was refused, and would be again. */
    record Refused(String reason) implements Outcome {}
}
