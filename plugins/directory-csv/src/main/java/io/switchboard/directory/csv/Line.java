package io.switchboard.directory.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a file. What is wrong with it is told by the column's name, never with what stands there. */
record Line(CsvRecord line, Header header, Columns columns) {
    private static final int NAME = 200;
    private static final int PHONE = 80;
    private static final int DIGITS = 3;
    private static final int ATTRIBUTE = 1_000;
    private static final int LANGUAGE = 35;

    /** Returns the address in the form in which the desk asks for it. */
    String email() {
        return EmailKey.of(header.field(line, columns.email()));
    }

    /**
     * Returns what the line tells.
     *
     * @throws WrongLine if it cannot be read
     */
    DirectoryEntry entry() {
        if (line.getFieldCount() != header.count()) {
            throw new WrongLine("has another number of columns than the first line");
        }
        return new DirectoryEntry(
                text(columns.name(), NAME),
                text(columns.organization(), NAME),
                vip(),
                language(),
                zone(),
                phone(),
                attributes());
    }

    private @Nullable String text(String column, int most) {
        String text = header.field(line, column);
        if (text.isEmpty()) {
            return null;
        }
        boolean one = text.codePointCount(0, text.length()) <= most
                && text.chars().noneMatch(unit -> unit < ' ' || unit == 0x7F)
                && text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        if (!one) {
            throw wrong(column, "is not one line of at most " + most + " characters");
        }
        return text;
    }

    /** An empty cell takes the flag away; without the column nobody knows. */
    private @Nullable Boolean vip() {
        return header.has(columns.vip())
                ? columns.vipValues().contains(header.field(line, columns.vip()).toLowerCase(Locale.ROOT))
                : null;
    }

    private @Nullable String language() {
        String text = text(columns.language(), LANGUAGE);
        try {
            return text == null
                    ? null
                    : new Locale.Builder()
                            .setLanguageTag(text.replace('_', '-'))
                            .build()
                            .toLanguageTag();
        } catch (IllformedLocaleException none) {
            throw wrong(columns.language(), "is no language tag");
        }
    }

    private @Nullable ZoneId zone() {
        String text = text(columns.zone(), PHONE);
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException none) {
            throw wrong(columns.zone(), "is no time zone");
        }
    }

    private @Nullable String phone() {
        String text = text(columns.phone(), PHONE);
        if (text != null && text.chars().filter(Character::isDigit).count() < DIGITS) {
            throw wrong(columns.phone(), "is no telephone number");
        }
        return text;
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        columns.attributes().forEach((column, name) -> {
            String text = text(column, ATTRIBUTE);
            if (text != null) {
                attributes.put(name, text);
            }
        });
        return attributes;
    }

    private static WrongLine wrong(String column, String what) {
        return new WrongLine("'" + column + "' " + what);
    }
}
