package io.switchboard.guard.closure;

import io.switchboard.api.people.Directory;
import io.switchboard.api.ticket.Ticket;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Knows what is asked of a ticket: by its team, else by the nearest team above that has a line, else by the desk. */
final class Queues {
    private static final String NONE = "none";

    private final Directory directory;
    private final Set<Check> desk;
    private final Map<String, Set<Check>> teams = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    Queues(Directory directory, List<String> checks, List<String> lines) {
        this.directory = directory;
        this.desk = EnumSet.noneOf(Check.class);
        for (String check : checks) {
            Check.of(check).ifPresentOrElse(desk::add, () -> missed(check));
        }
        lines.forEach(this::read);
    }

    private void read(String line) {
        int equals = line.lastIndexOf('=');
        String team = equals < 1 ? "" : key(line.substring(0, equals));
        Optional<Set<Check>> checks = team.isEmpty() ? Optional.empty() : checks(line.substring(equals + 1));
        checks.ifPresentOrElse(known -> teams.put(team, known), () -> missed(line));
    }

    private static Optional<Set<Check>> checks(String text) {
        Set<Check> checks = EnumSet.noneOf(Check.class);
        if (text.strip().equals(NONE)) {
            return Optional.of(checks);
        }
        for (String id : text.split(",", -1)) {
            Optional<Check> check = Check.of(id);
            if (check.isEmpty()) {
                return Optional.empty();
            }
            checks.add(check.get());
        }
        return Optional.of(checks);
    }

    /** An empty line is no mistake: forms send them. */
    private void missed(String line) {
        if (!line.isBlank()) {
            unreadable.add(line.strip());
        }
    }

    /** Returns what could not be read. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    Set<Check> of(Ticket ticket) {
        Ticket.TeamReference team = ticket.team();
        if (team == null || teams.isEmpty()) {
            return desk;
        }
        return directory.upwards(team.id()).stream()
                .flatMap(one -> Stream.ofNullable(
                        teams.getOrDefault(key(one.name()), teams.get(one.id().toString()))))
                .findFirst()
                .orElse(desk);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
