package io.switchboard.directory.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The first line of a file, which names its columns, in any case.
 *
 * @param columns the places of the columns by their names in lower case
 * @param count how many there are
 */
record Header(Map<String, Integer> columns, int count) {
    /**
     * Reads it.
     *
     * @throws WrongLine if a name comes twice
     */
    static Header of(CsvRecord line) {
        Map<String, Integer> columns = new HashMap<>();
        for (int place = 0; place < line.getFieldCount(); place++) {
            String name = key(line.getField(place));
            if (!name.isEmpty() && columns.putIfAbsent(name, place) != null) {
                throw new WrongLine("its first line names a column twice");
            }
        }
        return new Header(columns, line.getFieldCount());
    }

    boolean has(String column) {
        return columns.containsKey(key(column));
    }

    /** Returns what stands in a column without spaces around it; empty if there is no such column. */
    String field(CsvRecord line, String column) {
        Integer place = columns.get(key(column));
        return place == null || place >= line.getFieldCount()
                ? ""
                : line.getField(place).strip();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
