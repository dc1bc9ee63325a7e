package io.switchboard.directory.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a file is to be read, as the settings say; a column without a name is not read.
 *
 * @param separator what stands between the columns
 * @param encoding the name of a character set
 * @param email the column of the address
 * @param vipValues in lower case, what means very important
 * @param attributes what further columns are called as attributes, by column
 * @param wrong what in the settings cannot be followed, in sentences
 */
record Columns(
        char separator,
        String encoding,
        String email,
        String name,
        String organization,
        String vip,
        Set<String> vipValues,
        String language,
        String zone,
        String phone,
        Map<String, String> attributes,
        List<String> wrong) {
    private static final int MOST_ATTRIBUTES = 20;
    private static final int LONGEST_ATTRIBUTE = 80;

    static Columns of(CsvSettings settings) {
        List<String> wrong = new ArrayList<>();
        return new Columns(
                settings.separator().equals("tab") ? '\t' : settings.separator().charAt(0),
                settings.encoding(),
                settings.emailColumn().strip(),
                settings.nameColumn().strip(),
                settings.organizationColumn().strip(),
                settings.vipColumn().strip(),
                Arrays.stream(settings.vipValues())
                        .map(value -> value.strip().toLowerCase(Locale.ROOT))
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.toSet()),
                settings.languageColumn().strip(),
                settings.zoneColumn().strip(),
                settings.phoneColumn().strip(),
                attributes(settings.attributes(), wrong),
                wrong);
    }

    private static Map<String, String> attributes(String[] lines, List<String> wrong) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split("=", 2);
            String column = parts[0].strip();
            String name = parts[parts.length - 1].strip();
            boolean fits = !column.isEmpty()
                    && !name.isEmpty()
                    && name.length() <= LONGEST_ATTRIBUTE
                    && attributes.size() < MOST_ATTRIBUTES
                    && attributes.putIfAbsent(column, name) == null;
            if (!fits && !line.isBlank()) {
                wrong.add("The setting 'attributes' has a line that is not 'column' or 'column = name', comes twice, or"
                        + " is one of more than " + MOST_ATTRIBUTES + ".");
            }
        }
        return attributes;
    }

    /** Returns the columns that are to be read, the address aside. */
    List<String> wanted() {
        List<String> wanted = new ArrayList<>(List.of(name, organization, vip, language, zone, phone));
        wanted.addAll(attributes.keySet());
        wanted.removeIf(String::isEmpty);
        return wanted;
    }
}
