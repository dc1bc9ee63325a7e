package io.switchboard.launcher;

/** A reason why the launcher cannot go on, told in one line that says what to do. */
final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** The exit code of a command line that cannot be understood. */
    static final int USAGE = 2;

    /** The exit code of everything else. */
    static final int FAILED = 1;

    private final int exitCode;

    StartFailure(String message) {
        this(FAILED, message);
    }

    StartFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static StartFailure usage(String message) {
        return new StartFailure(USAGE, message + " 'switchboard --help' lists what it takes.");
    }

    int exitCode() {
        return exitCode;
    }
}
