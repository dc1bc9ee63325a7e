package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.StartFailure;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The person or script that gave the command. */
final class Terminal {
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;

    Terminal(InputStream in, PrintStream out, PrintStream err) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
    }

    /** Prints a line for a person. */
    void line(String text) {
        out.println(clean(text));
    }

    /** Prints a document as it is, for a program. */
    void document(String text) {
        if (!text.isBlank()) {
            out.println(text.strip());
        }
    }

    /** Asks whether to go on. @throws StartFailure if the answer is anything but yes */
    void confirm(String question) throws StartFailure {
        err.print(clean(question) + " [y/N] ");
        err.flush();
        String answer = read();
        if (answer == null) {
            err.println();
            throw new StartFailure(
                    "Nothing was changed, since nobody answers here: give --yes to go on without asking.");
        }
        if (!answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
            throw new StartFailure("Nothing was changed.");
        }
    }

    /** Reads a secret, unseen where there is a person at a terminal. @throws StartFailure if there is none to read */
    String secret(String name) throws StartFailure {
        Console console = System.console();
        String secret;
        if (console == null) {
            secret = read();
        } else {
            char[] typed = console.readPassword("%s: ", clean(name));
            secret = typed == null ? null : new String(typed);
        }
        if (secret == null || secret.isEmpty()) {
            throw new StartFailure("No value came for '" + name + "': type it, or write it as a line into the input.");
        }
        return secret;
    }

    /**
     * Returns a text without what would steer a terminal or turn the order of its letters around. Names and messages of
     * plugins are their makers' words, and shown before anybody trusts those.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            int type = Character.getType(letter);
            boolean steers = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            clean.appendCodePoint(steers ? ' ' : letter);
        });
        return clean.toString();
    }

    private @Nullable String read() throws StartFailure {
        try {
            return in.readLine();
        } catch (IOException unreadable) {
            throw new StartFailure("The input cannot be read: " + unreadable.getMessage() + ".");
        }
    }
}
