package io.switchboard.handle.security;

import java.util.List;

/**
 * Finds passwords that are named as such: {@code password: Winter2024}. To tell them from talk about passwords, the word
 * after the name must look like one: at least 6 characters, among them a letter or digit, and one that is no letter.
 */
final class Passwords {
    private static final List<String> NAMES =
            List.of("password", "passwort", "passwd", "passphrase", "passcode", "kennwort", "pwd", "mot de passe");
    private static final List<String> VERBS = List.of("is", "ist", "lautet", "est");
    private static final String AROUND = ".,;:!?()[]{}<>\"'`*";
    private static final int SHORTEST = 6;
    private static final int LONGEST = 128;
    /** How many spaces, signs and quotes may stand between the name and the password. */
    private static final int BETWEEN = 16;

    private Passwords() {}

    static boolean in(String text) {
        String folded = folded(text);
        return NAMES.stream().anyMatch(name -> named(text, folded, name));
    }

    /**
     * Folds letter by letter. {@link String#toLowerCase} copies all that it has for each letter that becomes two, which takes
     * minutes for a megabyte of capital I with a dot.
     */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            folded.append(Character.toLowerCase(text.charAt(at)));
        }
        return folded.toString();
    }

    private static boolean named(String text, String folded, String name) {
        for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length())) {
            int value = valueAfter(folded, at + name.length());
            if (value >= 0 && looksLikeOne(word(text, value))) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the value begins, or -1 if neither a sign nor a verb says that one follows. */
    private static int valueAfter(String folded, int after) {
        int at = skip(folded, after, " \t\"'*");
        if (at < folded.length() && ":=".indexOf(folded.charAt(at)) >= 0) {
            return skip(folded, at, " \t\r\n:=>\"'`*");
        }
        for (String verb : VERBS) {
            int end = at + verb.length();
            if (at > after && folded.startsWith(verb, at) && end < folded.length() && !letter(folded.charAt(end))) {
                return skip(folded, end, " \t\r\n:=\"'`*");
            }
        }
        return -1;
    }

    private static int skip(String text, int from, String characters) {
        int at = from;
        int end = Math.min(text.length(), from + BETWEEN);
        while (at < end && (characters.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == '\u00a0')) {
            at++;
        }
        return at;
    }

    private static String word(String text, int from) {
        int end = from;
        int limit = Math.min(text.length(), from + LONGEST);
        while (end < limit && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        while (end > from && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(from, end);
    }

    private static boolean looksLikeOne(String word) {
        if (word.length() < SHORTEST || word.contains("://")) {
            return false;
        }
        boolean visible = false;
        boolean more = false;
        for (int at = 0; at < word.length() && !(visible && more); at++) {
            char character = word.charAt(at);
            visible |= Character.isLetterOrDigit(character);
            more |= character != '-' && character != '/' && !Character.isLetter(character);
        }
        return visible && more;
    }

    private static boolean letter(char character) {
        return Character.isLetter(character);
    }
}
