package io.switchboard.directory.csv;

/** Thrown for a line that cannot be read; says why, without what stands there. */
final class WrongLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    WrongLine(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
