package io.switchboard.core.store.migration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of migrations.
 *
 * @param name its name without the folder, {@code NNNN_name.sql}
 * @param text its statements, with variables
 */
public record MigrationFile(String name, String text) {
    private static final Pattern NAME = Pattern.compile("(\\d{4})_([a-z0-9_]+)\\.sql");
    private static final Pattern RE_RUNNABLE = Pattern.compile("(?is)create\\s+table\\s+if\\s+not\\s+exists\\s.*"
            + "|create\\s+(unique\\s+)?index\\s+if\\s+not\\s+exists\\s.*"
            + "|alter\\s+table\\s+\\S+\\s+add\\s+column\\s+if\\s+not\\s+exists\\s.*"
            + "|drop\\s+index\\s+if\\s+exists\\s.*"
            + "|(insert|update|delete|merge)\\s.*");
    private static final int MOST_STATEMENTS = 999;

    /** Refuses a name that has not the form. */
    public MigrationFile {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A file of migrations is called like 0100_settings.sql, not " + name);
        }
    }

    /**
     * Splits the file into its steps.
     *
     * @throws IllegalArgumentException if a statement is not re-runnable, or the last one has no semicolon
     */
    public List<MigrationStep> steps() {
        List<MigrationStep> steps = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : text.lines().toList()) {
            String trimmed = line.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("--")) {
                continue;
            }
            statement.append(line.stripTrailing()).append('\n');
            if (trimmed.endsWith(";")) {
                steps.add(step(steps.size() + 1, statement.substring(0, statement.lastIndexOf(";"))));
                statement.setLength(0);
            }
        }
        if (!statement.isEmpty()) {
            throw new IllegalArgumentException(name + ": the last statement does not end with a semicolon");
        }
        return List.copyOf(steps);
    }

    private MigrationStep step(int position, String statement) {
        if (position > MOST_STATEMENTS) {
            throw new IllegalArgumentException(name + " has more than " + MOST_STATEMENTS + " statements");
        }
        String sql = statement.strip();
        if (!RE_RUNNABLE.matcher(sql).matches()) {
            throw new IllegalArgumentException(
                    name + ": a step must be additive and re-runnable, with 'if not exists': "
                            + sql.lines().findFirst().orElse(sql));
        }
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalStateException(name);
        }
        return new MigrationStep(
                new BigDecimal("%s.%03d".formatted(Integer.parseInt(parts.group(1)), position)),
                parts.group(2).replace('_', ' '),
                sql);
    }
}
