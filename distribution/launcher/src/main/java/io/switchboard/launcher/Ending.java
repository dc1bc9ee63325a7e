package io.switchboard.launcher;

/**
 * How the server ends.
 *
 * @param exitCode 0 when all went well
 * @param message what to tell the person at the terminal; may be empty
 */
record Ending(int exitCode, String message) {

    /** Somebody asked the process to stop, and it did. */
    static final Ending STOPPED = new Ending(0, "");
}
