package io.switchboard.it.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures read from the text format of Prometheus; what does not follow the format is refused. */
record MetricsText(Map<String, String> types, List<Sample> samples) {
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (-?[0-9.eE+-]+|NaN|[+-]Inf)( [0-9]+)?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\"\\\\n])*)\",?");

    /** One figure. */
    record Sample(String name, Map<String, String> labels, double value) {}

    static MetricsText read(String text) {
        Map<String, String> types = new HashMap<>();
        List<Sample> samples = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : text.split("\n", -1)) {
            Matcher comment = COMMENT.matcher(line);
            if (comment.matches()) {
                if (comment.group(1).equals("TYPE") && types.put(comment.group(2), comment.group(3)) != null) {
                    throw new AssertionError("twice: " + line);
                }
            } else if (!line.isEmpty()) {
                samples.add(sample(line));
                if (!seen.add(line.substring(0, line.lastIndexOf(' ')))) {
                    throw new AssertionError("twice: " + line);
                }
            }
        }
        return new MetricsText(types, samples);
    }

    private static Sample sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new AssertionError("not a figure: " + line);
        }
        Map<String, String> labels = new LinkedHashMap<>();
        String given = sample.group(2) == null ? "" : sample.group(2);
        Matcher label = LABEL.matcher(given);
        int end = 0;
        while (label.lookingAt()) {
            labels.put(label.group(1), label.group(2));
            end = label.end();
            label.region(end, given.length());
        }
        if (end != given.length()) {
            throw new AssertionError("not labels: " + line);
        }
        String value = sample.group(3);
        return new Sample(sample.group(1), labels, Double.parseDouble(value.replace("Inf", "Infinity")));
    }

    List<Sample> of(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    double sum(String name, String label, String value) {
        return of(name).stream()
                .filter(sample -> value.equals(sample.labels().get(label)))
                .mapToDouble(Sample::value)
                .sum();
    }
}
