package io.switchboard.launcher.folder;

/** A reason why the launcher cannot go on, told in one line that says what to do. */
public final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** The exit code of a command line that cannot be understood. */
    public static final int USAGE = 2;

    /** The exit code of everything else. */
    public static final int FAILED = 1;

    private final int exitCode;

    /** Ends with {@link #FAILED}. */
    public StartFailure(String message) {
        this(FAILED, message);
    }

    /** Ends with an exit code of its own. */
    public StartFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Returns the failure of a command line that cannot be understood. */
    public static StartFailure usage(String message) {
        return new StartFailure(USAGE, message + " 'switchboard --help' lists what it takes.");
    }

    /** Returns what the process is to end with. */
    public int exitCode() {
        return exitCode;
    }
}
