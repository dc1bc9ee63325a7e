package io.switchboard.core.store.extension;

import io.switchboard.core.store.migration.MigrationFile;
import io.switchboard.core.store.migration.MigrationStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which steps of migrations the version of a plugin before could not live with. It runs again if the next one does not
 * come up, or if an administrator goes back, and finds the tables as the next one left them. So what is there stays as it is:
 * no row of an earlier version is changed or removed, and nothing is demanded that it does not write.
 */
final class AdditiveSteps {
    private static final Pattern CREATED = Pattern.compile("create table if not exists (\\S+)( .*)?");
    private static final Pattern UNIQUE = Pattern.compile("create unique index if not exists \\S+ on ([^\\s(]+).*");
    private static final Pattern ADDED = Pattern.compile("alter table (\\S+) add column if not exists (\\S+) (.*)");
    private static final Pattern UPDATED = Pattern.compile("update (\\S+) set (.*)");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern INNERMOST = Pattern.compile("\\([^()]*\\)");

    private final Set<String> tables = new HashSet<>();
    private final Set<String> columns = new HashSet<>();

    private AdditiveSteps() {}

    /** Returns what is wrong with files of migrations, a sentence for each step; what a file makes it may change itself. */
    static List<String> objections(List<MigrationFile> files) {
        List<String> objections = new ArrayList<>();
        for (MigrationFile file : files) {
            AdditiveSteps made = new AdditiveSteps();
            for (MigrationStep step : file.steps()) {
                made.objection(step)
                        .ifPresent(why -> objections.add("step " + step.id() + " of " + file.name() + " " + why));
            }
        }
        return objections;
    }

    private Optional<String> objection(MigrationStep step) {
        String sql = plain(step.statement());
        Matcher created = CREATED.matcher(sql);
        if (created.matches()) {
            tables.add(created.group(1));
            return Optional.empty();
        }
        Matcher added = ADDED.matcher(sql);
        if (added.matches()) {
            columns.add(added.group(1) + "." + added.group(2));
            boolean demanded =
                    added.group(3).contains("not null") && !added.group(3).contains("default");
            return demanded
                    ? Optional.of("demands a value of the new column " + added.group(2)
                            + ", which the version before does not write: give it a default, or let it be null")
                    : Optional.empty();
        }
        Matcher unique = UNIQUE.matcher(sql);
        if (unique.matches() && !tables.contains(unique.group(1))) {
            return Optional.of(
                    "forbids rows that the version before may write, by a unique index on a table that the same"
                            + " file does not create");
        }
        return changesRows(sql);
    }

    private Optional<String> changesRows(String sql) {
        if (sql.startsWith("delete ") || sql.startsWith("merge ")) {
            return Optional.of(
                    "changes or removes rows that the version before may need, and has no way back; a plugin may"
                            + " do so by itself, once its version before is not wanted any more");
        }
        Matcher updated = UPDATED.matcher(sql);
        if (!updated.matches()) {
            return Optional.empty();
        }
        for (String assignment : updated.group(2).split(" where ", 2)[0].split(",")) {
            String column = assignment.split("=", 2)[0].strip();
            if (!tables.contains(updated.group(1)) && !columns.contains(updated.group(1) + "." + column)) {
                return Optional.of(
                        "changes the column " + column + ", which the version before may need as it is, and has no"
                                + " way back; only a column that the same file adds may be filled");
            }
        }
        return Optional.empty();
    }

    /** Returns a statement in lower case, on one line, without what stands in quotes and parentheses. */
    private static String plain(String statement) {
        String text = LITERAL.matcher(statement.toLowerCase(Locale.ROOT)).replaceAll("''");
        for (String before = ""; !before.equals(text); ) {
            before = text;
            text = INNERMOST.matcher(text).replaceAll(" ");
        }
        return text.replaceAll("\\s+", " ").strip();
    }
}
