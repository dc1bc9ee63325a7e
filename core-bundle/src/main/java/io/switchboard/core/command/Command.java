package io.switchboard.core.command;

import org.jspecify.annotations.Nullable;

/** Something that the server does once, when it was started for that, and then ends. */
public interface Command {
    /** Returns the word on the command line, for example {@code backup}. */
    String id();

    /**
     * Does it.
     *
     * @param argument what follows the word on the command line
     * @return how it went
     * @throws io.switchboard.api.error.SwitchboardException if it cannot be done; the message is shown to the person
     */
    Outcome run(@Nullable String argument);

    /**
     * How it went.
     *
     * @param exitCode what the process ends with: 0 if all is well
     * @param message what to tell the person at the terminal
     */
    record Outcome(int exitCode, String message) {}
}
