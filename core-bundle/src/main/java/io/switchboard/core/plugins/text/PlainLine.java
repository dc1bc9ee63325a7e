package io.switchboard.core.plugins.text;

/** Makes a line that can be shown and sent of what an archive says. */
public final class PlainLine {
    private PlainLine() {}

    /** Returns a text without control characters and halves of characters, at most so many characters of it. */
    public static String of(String text, int most) {
        return text.codePoints()
                .filter(character -> !Character.isISOControl(character) && !isSurrogate(character))
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
