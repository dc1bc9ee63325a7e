package io.switchboard.core.files;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Cleans the names of files of what could mislead a person or a program. */
final class FileNames {
    private static final int LONGEST = 180;
    private static final int LONGEST_ENDING = 20;
    private static final String RESERVED = "<>:\"|?*";

    private FileNames() {}

    /** Returns the last part of a name without invisible characters, reserved ones replaced; {@code file} if none is left. */
    static String clean(@Nullable String name) {
        if (name == null) {
            return "file";
        }
        String given = Normalizer.normalize(name, Normalizer.Form.NFC);
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints().filter(FileNames::visible).map(FileNames::harmless).forEach(clean::appendCodePoint);
        String stripped = clean.toString().strip().replaceAll("^\\.+|[. ]+$", "");
        return stripped.isBlank() ? "file" : shorten(stripped);
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int harmless(int character) {
        return RESERVED.indexOf(character) >= 0 ? '_' : character;
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int point = name.lastIndexOf('.');
        String ending = point > 0 && name.length() - point <= LONGEST_ENDING ? name.substring(point) : "";
        int end = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
