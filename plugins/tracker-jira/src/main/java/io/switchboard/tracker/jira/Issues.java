package io.switchboard.tracker.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.Report;
import io.switchboard.api.tracker.IssueTracker.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports as issues, and issues as reports. The key of a report is a label of its issue.
 *
 * @param base where people reach Jira
 * @param declined names in lower case that mean no repair
 */
record Issues(String base, Set<String> declined) {
    private static final int LONGEST_SUMMARY = 250;
    private static final int LONGEST_DESCRIPTION = 30_000;
    private static final Pattern LINES = Pattern.compile("\\s+");

    static Issues of(String base, String[] declined) {
        return new Issues(
                base,
                Stream.of(declined)
                        .map(Issues::folded)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()));
    }

    static String label(String key) {
        return "switchboard-" + key;
    }

    static Map<String, Object> content(NewReport report, String project, String type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", Map.of("key", project));
        fields.put("issuetype", Map.of("name", type));
        fields.put(
                "summary",
                shortened(LINES.matcher(report.title()).replaceAll(" ").strip(), LONGEST_SUMMARY));
        fields.put("description", shortened(report.body(), LONGEST_DESCRIPTION));
        fields.put("labels", List.of(label(report.key())));
        String severity = report.severity();
        if (severity != null) {
            fields.put("priority", Map.of("name", severity));
        }
        return Map.of("fields", fields);
    }

    /** Returns the oldest issue of an answer of the search that carries the label of the key. */
    static Optional<JsonNode> withKey(JsonNode answer, String key) {
        JsonNode oldest = null;
        for (JsonNode issue : answer.path("issues")) {
            boolean carries = false;
            for (JsonNode label : issue.at("/fields/labels")) {
                carries |= label.asText().equals(label(key));
            }
            if (carries
                    && (oldest == null
                            || issue.path("id").asLong() < oldest.path("id").asLong())) {
                oldest = issue;
            }
        }
        return Optional.ofNullable(oldest);
    }

    /** The key of an issue that moved to another project is a new one; the report keeps the name under which it is known. */
    Report report(JsonNode issue, String reference) throws JiraFailure {
        String key = issue.path("key").asText("");
        JsonNode status = issue.at("/fields/status");
        String name = status.path("name").asText("");
        if (key.isEmpty() || name.isBlank()) {
            throw new JiraFailure("its answer is no issue with a status");
        }
        String resolution = issue.at("/fields/resolution/name").asText("");
        boolean done = status.at("/statusCategory/key").asText().equals("done");
        String stateName =
                done && !resolution.isEmpty() && !resolution.equals("null") ? name + ": " + resolution : name;
        return new Report(
                reference.isEmpty() ? key : reference,
                base + "/browse/" + key,
                state(status, done, resolution),
                stateName);
    }

    private State state(JsonNode status, boolean done, String resolution) {
        if (done) {
            boolean no = declined.contains(folded(resolution))
                    || declined.contains(folded(status.path("name").asText()));
            return no ? State.DECLINED : State.FIXED;
        }
        return status.at("/statusCategory/key").asText().equals("indeterminate") ? State.IN_PROGRESS : State.OPEN;
    }

    /** Apostrophes come in two forms. */
    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
