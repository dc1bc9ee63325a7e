package io.switchboard.verify.closure;

import io.switchboard.api.people.Directory;
import io.switchboard.api.ticket.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows which hours hold for a ticket: those of its team, else of the nearest team above that has some, else the desk's. */
final class Queues {
    private final Directory directory;
    private final Hours desk;
    private final Map<String, Hours> teams = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    Queues(Directory directory, Hours desk, List<String> lines) {
        this.directory = directory;
        this.desk = desk;
        lines.forEach(this::read);
    }

    private void read(String line) {
        int equals = line.lastIndexOf('=');
        String team = equals < 1 ? "" : key(line.substring(0, equals));
        Optional<Hours> hours = team.isEmpty()
                ? Optional.empty()
                : Hours.read(line.substring(equals + 1).strip());
        if (hours.isPresent()) {
            teams.put(team, hours.get());
        } else if (!line.isBlank()) {
            unreadable.add(line.strip());
        }
    }

    /** Returns the lines that could not be read. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    Hours of(Ticket ticket) {
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
