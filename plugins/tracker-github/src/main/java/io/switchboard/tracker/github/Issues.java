package io.switchboard.tracker.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.Report;
import io.switchboard.api.tracker.IssueTracker.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports as issues, and issues as reports. The key of a report stands in the issue's text, where people do not see it. */
final class Issues {
    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_BODY = 60_000;
    private static final int MOST_LABELS = 20;

    private Issues() {}

    static String marker(String key) {
        return "<!-- switchboard-report: " + key + " -->";
    }

    static Map<String, Object> content(NewReport report, String[] labels) {
        List<String> all = new ArrayList<>(List.of(labels));
        String severity = report.severity();
        if (severity != null) {
            all.add(severity);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("title", shortened(report.title(), LONGEST_TITLE));
        content.put("body", shortened(report.body(), LONGEST_BODY) + "\n\n" + marker(report.key()));
        content.put(
                "labels",
                all.stream()
                        .map(String::strip)
                        .filter(label -> !label.isEmpty())
                        .limit(MOST_LABELS)
                        .toList());
        return content;
    }

    /** Returns the oldest issue of a list that carries the key. */
    static Optional<JsonNode> withKey(JsonNode list, String key) {
        JsonNode oldest = null;
        for (JsonNode issue : list) {
            boolean carries = issue.path("body").asText("").contains(marker(key)) && !issue.has("pull_request");
            boolean older = oldest == null
                    || issue.path("number").asLong() < oldest.path("number").asLong();
            if (carries && older) {
                oldest = issue;
            }
        }
        return Optional.ofNullable(oldest);
    }

    static Report made(JsonNode issue, String repository) throws GithubFailure {
        return report(issue, new IssueName(repository, issue.path("number").asText("")));
    }

    /** One that moved to another repository keeps the name under which it is known. */
    static Report report(JsonNode issue, IssueName name) throws GithubFailure {
        String address = issue.path("html_url").asText("");
        if (name.number().isEmpty() || address.isEmpty()) {
            throw new GithubFailure("its answer is no issue");
        }
        return new Report(name.toString(), address, state(issue), stateName(issue));
    }

    /** An issue that is open and somebody's is being worked on: GitHub knows no other word for it. */
    private static State state(JsonNode issue) {
        if (!issue.path("state").asText().equals("closed")) {
            return issue.path("assignees").isEmpty() ? State.OPEN : State.IN_PROGRESS;
        }
        return switch (issue.path("state_reason").asText("")) {
            case "not_planned", "duplicate" -> State.DECLINED;
            default -> State.FIXED;
        };
    }

    private static String stateName(JsonNode issue) {
        String state = issue.path("state").asText("open");
        String reason = issue.path("state_reason").asText("");
        if (!state.equals("closed")) {
            return issue.path("assignees").isEmpty() ? "open" : "open and assigned";
        }
        return reason.isEmpty() || reason.equals("null") ? "closed" : "closed as " + reason.replace('_', ' ');
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
