package io.switchboard.assign.certified;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads lines of the settings such as {@code key = one, another}, and keeps what it cannot read, to be told of. */
final class Lines {
    private static final Pattern CERTIFICATE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
    private static final Pattern MONTHS = Pattern.compile("[0-9]{1,4}");

    private final List<String> unreadable = new ArrayList<>();

    /** Returns the lines that could not be read. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Reads certificates, one or several a line. */
    Set<String> certificates(List<String> lines) {
        Set<String> certificates = new TreeSet<>();
        for (String line : lines) {
            list(line).ifPresentOrElse(certificates::addAll, () -> missed(line));
        }
        return certificates;
    }

    /** Reads certificates by what asks for them. */
    Map<String, Set<String>> certificatesByKey(List<String> lines) {
        Map<String, Set<String>> byKey = new LinkedHashMap<>();
        read(lines, Lines::list)
                .forEach(entry -> byKey.computeIfAbsent(entry.getKey(), key -> new TreeSet<>())
                        .addAll(entry.getValue()));
        return byKey;
    }

    /** Reads numbers of months by certificate; of two for the same the last counts. */
    Map<String, Integer> monthsByCertificate(List<String> lines) {
        Map<String, Integer> months = new LinkedHashMap<>();
        read(lines, Lines::months).forEach(entry -> months.put(entry.getKey(), entry.getValue()));
        return months;
    }

    private <T> List<Map.Entry<String, T>> read(List<String> lines, Function<String, Optional<T>> value) {
        List<Map.Entry<String, T>> entries = new ArrayList<>();
        for (String line : lines) {
            int sign = line.lastIndexOf('=');
            String key = sign < 0 ? "" : line.substring(0, sign).strip();
            Optional<T> read = key.isEmpty() ? Optional.empty() : value.apply(line.substring(sign + 1));
            read.ifPresentOrElse(found -> entries.add(Map.entry(key, found)), () -> missed(line));
        }
        return entries;
    }

    /** An empty line is no mistake: forms send them. */
    private void missed(String line) {
        if (!line.isBlank()) {
            unreadable.add(line.strip());
        }
    }

    private static Optional<List<String>> list(String text) {
        List<String> names = Pattern.compile(",")
                .splitAsStream(text)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty()
                        || !names.stream()
                                .allMatch(name -> CERTIFICATE.matcher(name).matches())
                ? Optional.empty()
                : Optional.of(names);
    }

    private static Optional<Integer> months(String text) {
        String number = text.strip();
        return MONTHS.matcher(number).matches() ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }
}
