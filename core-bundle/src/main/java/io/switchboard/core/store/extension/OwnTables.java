package io.switchboard.core.store.extension;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a statement names no table but a plugin's own. It reads the places where SQL names tables; what it cannot
 * read for certain (quoted names, comments, other statements than queries and changes of rows and tables) it refuses.
 * This keeps plugins from touching the desk's tables by habit or mistake; a plugin's code is trusted as such.
 */
final class OwnTables {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_]*|\\d[\\w.]*|--|/\\*|\\s+|.", Pattern.DOTALL);
    private static final Set<String> STATEMENTS =
            Set.of("select", "with", "values", "insert", "update", "delete", "merge", "create", "alter");
    private static final Set<String> REFUSED = Set.of("\"", "`", "$", ";", "--", "/*");
    private static final Set<String> BEFORE_TABLE = Set.of("join", "into", "table", "index", "references");
    private static final Set<String> NOT_A_TABLE = Set.of("if", "not", "exists", "only", "lateral");
    private static final Set<String> QUERY = Set.of("select", "values", "with");
    private static final Set<String> END_OF_FROM =
            Set.of("where", "group", "order", "having", "union", "except", "intersect", "fetch", "limit", "set", "for");

    private final String prefix;

    OwnTables(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Refuses a statement that names another table.
     *
     * @throws IllegalArgumentException naming the table, or what cannot be read
     */
    void check(String sql) {
        new Reading(sql).run();
    }

    /** A pair of parentheses, or the whole statement. */
    private static final class Level {
        private boolean query;
        private boolean listsTables;
    }

    private final class Reading {
        private final String sql;
        private final Set<String> named = new HashSet<>();
        private final Deque<Level> levels = new ArrayDeque<>(List.of(new Level()));
        private String before = "";
        private String beforeThat = "";
        private String statement = "";
        private boolean expecting;

        Reading(String sql) {
            this.sql = sql;
        }

        void run() {
            Matcher tokens = TOKEN.matcher(sql);
            while (tokens.find()) {
                String token = tokens.group().toLowerCase(Locale.ROOT);
                if (!token.isBlank()) {
                    read(token);
                    beforeThat = before;
                    before = token;
                }
            }
        }

        private void read(String token) {
            if (REFUSED.contains(token)) {
                throw refused("has " + token + ", which a plugin's statements may not");
            }
            if (statement.isEmpty()) {
                begin(token);
            }
            switch (token) {
                case "(" -> open();
                case ")" -> close();
                case "," -> expecting = levels.element().listsTables;
                default -> word(token);
            }
        }

        private void begin(String token) {
            statement = token;
            if (!STATEMENTS.contains(token)) {
                throw refused("begins with " + token + ", which a plugin's statements may not");
            }
        }

        private void open() {
            if (statement.equals("with") && levels.size() == 1) {
                named.add(before.equals("as") ? beforeThat : before);
            }
            Level level = new Level();
            level.listsTables = expecting;
            levels.push(level);
        }

        private void close() {
            if (levels.size() > 1) {
                levels.pop();
            }
            expecting = false;
        }

        private void word(String token) {
            Level level = levels.element();
            if (expecting) {
                expect(token, level);
            } else if (token.equals("from")) {
                expecting = level.query && !(before.equals("distinct") && isComparison(beforeThat));
                level.listsTables |= expecting;
            } else if (BEFORE_TABLE.contains(token) || namesTableToChange(token)) {
                expecting = true;
            } else if (END_OF_FROM.contains(token)) {
                level.listsTables = false;
            } else if (token.equals("select") || token.equals("delete")) {
                level.query = true;
                level.listsTables = false;
            }
        }

        private boolean namesTableToChange(String token) {
            return switch (token) {
                case "update" -> !Set.of("for", "key", "do", "then").contains(before);
                case "using" -> statement.equals("merge") || statement.equals("delete");
                case "on" -> statement.equals("create") && beforeThat.equals("exists");
                default -> false;
            };
        }

        private static boolean isComparison(String token) {
            return token.equals("is") || token.equals("not");
        }

        private void expect(String token, Level level) {
            if (NOT_A_TABLE.contains(token)) {
                return;
            }
            expecting = false;
            if (QUERY.contains(token)) {
                level.listsTables = false;
                level.query = true;
            } else if (!token.startsWith(prefix) && !named.contains(token)) {
                throw refused("names the table " + token + "; a plugin's tables begin with ${prefix}");
            }
        }

        private IllegalArgumentException refused(String why) {
            return new IllegalArgumentException("The statement " + why + ": " + sql.strip());
        }
    }
}
