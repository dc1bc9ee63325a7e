package io.switchboard.launcher.plugin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of checking an archive.
 *
 * @param plan what installing it would do
 * @param trouble why it did not come up; empty if it did, or was not tried
 * @param findings what came of each question of the suites
 * @param health how the plugin feels, by what it says itself
 * @param log the latest lines of the server's log that are of it or name it
 */
record CheckReport(
        JsonObject plan, String trouble, List<Map<String, String>> findings, JsonObject health, List<JsonObject> log) {
    private static final String FAILED = "failed";
    private static final String LEFT = "left";

    CheckReport {
        findings = List.copyOf(findings);
        log = List.copyOf(log);
    }

    static CheckReport impossible(JsonObject plan) {
        return new CheckReport(plan, "", List.of(), new JsonObject(), List.of());
    }

    static CheckReport notRunning(JsonObject plan, String why) {
        return new CheckReport(plan, why, List.of(), new JsonObject(), List.of());
    }

    static CheckReport of(
            JsonObject plan, List<Map<String, String>> findings, JsonObject health, List<JsonObject> log) {
        return new CheckReport(plan, "", findings, health, log);
    }

    boolean passed() {
        return Json.flag(plan, "possible") && trouble.isEmpty() && count(FAILED) == 0;
    }

    private long count(String outcome) {
        return findings.stream()
                .filter(finding -> outcome.equals(finding.get("outcome")))
                .count();
    }

    JsonObject json() {
        JsonObject report = new JsonObject();
        report.addProperty("passed", passed());
        report.add("plan", plan);
        report.addProperty("trouble", trouble);
        JsonArray contracts = new JsonArray();
        for (Map<String, String> finding : findings) {
            JsonObject told = new JsonObject();
            for (String name : List.of("socket", "component", "question", "outcome", "message")) {
                told.addProperty(name, finding.get(name));
            }
            contracts.add(told);
        }
        report.add("contracts", contracts);
        report.add("health", health);
        JsonArray logged = new JsonArray();
        log.forEach(logged::add);
        report.add("log", logged);
        return report;
    }

    /** Returns the report as a person reads it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(PlanText.of(plan));
        lines.add("");
        if (!Json.flag(plan, "possible")) {
            lines.add("It cannot be installed, so its contracts were not asked.");
            return lines;
        }
        if (!trouble.isEmpty()) {
            lines.add("It does not come up, so its contracts were not asked. " + trouble);
            return lines;
        }
        suites().forEach((suite, ofSuite) -> {
            lines.add(suite);
            ofSuite.forEach(finding -> lines.add(line(finding)));
        });
        if (!health.entrySet().isEmpty()) {
            lines.add(
                    ("Health: " + Json.text(health, "grade") + " " + String.join("; ", Json.texts(health, "messages")))
                            .strip());
        }
        log.forEach(line -> lines.add("Logged: " + Json.text(line, "level") + " " + Json.text(line, "message")));
        lines.add(count("passed") + " questions passed, " + count(FAILED) + " failed, " + count(LEFT)
                + " are left to the vendor's own tests.");
        return lines;
    }

    private Map<String, List<Map<String, String>>> suites() {
        Map<String, List<Map<String, String>>> suites = new LinkedHashMap<>();
        for (Map<String, String> finding : findings) {
            suites.computeIfAbsent(
                            finding.get("socket") + "Contract, asked of " + finding.get("component"),
                            first -> new ArrayList<>())
                    .add(finding);
        }
        return suites;
    }

    private static String line(Map<String, String> finding) {
        String outcome = String.valueOf(finding.get("outcome"));
        String message = String.valueOf(finding.get("message"));
        return String.format("  %-7s %s", outcome.equals(FAILED) ? "FAILED" : outcome, finding.get("question"))
                + (message.isEmpty() ? "" : ": " + message);
    }
}
