package io.switchboard.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckReportTest {
    private static final JsonObject POSSIBLE = object("{\"id\":\"bell\",\"version\":\"1.0.0\",\"possible\":true}");
    private static final JsonObject WELL = object("{\"grade\":\"yellow\",\"messages\":[\"the lamp\",\"the door\"]}");

    private static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static Map<String, String> finding(String question, String outcome, String message) {
        return Map.of(
                "socket",
                "Classifier",
                "component",
                "a.Bell",
                "question",
                question,
                "outcome",
                outcome,
                "message",
                message);
    }

    @Test
    void aPersonReadsEachQuestionBySuiteAndTheSumOfThem() {
        CheckReport report = CheckReport.of(
                POSSIBLE,
                List.of(
                        finding("one", "passed", ""),
                        finding("two", "failed", "said no"),
                        finding("three", "left", "x()")),
                WELL,
                List.of(object("{\"level\":\"warn\",\"message\":\"it is dark\"}")));

        assertThat(report.passed()).isFalse();
        assertThat(report.lines())
                .containsSubsequence(
                        "bell 1.0.0 is new here",
                        "ClassifierContract, asked of a.Bell",
                        "  passed  one",
                        "  FAILED  two: said no",
                        "  left    three: x()",
                        "Health: yellow the lamp; the door",
                        "Logged: warn it is dark",
                        "1 questions passed, 1 failed, 1 are left to the vendor's own tests.");
        assertThat(report.json().getAsJsonArray("contracts")).hasSize(3);
        assertThat(Json.flag(report.json(), "passed")).isFalse();
    }

    @Test
    void itPassesIfNoQuestionFailed() {
        assertThat(CheckReport.of(
                                POSSIBLE,
                                List.of(finding("one", "passed", ""), finding("two", "left", "")),
                                WELL,
                                List.of())
                        .passed())
                .isTrue();
    }

    @Test
    void whatCannotBeInstalledOrDoesNotComeUpDoesNotPass() {
        CheckReport impossible = CheckReport.impossible(object("{\"possible\":false,\"refusals\":[\"is no plugin\"]}"));
        CheckReport still = CheckReport.notRunning(POSSIBLE, "The server refuses: it throws.");

        assertThat(impossible.passed()).isFalse();
        assertThat(impossible.lines()).last().asString().contains("cannot be installed");
        assertThat(still.passed()).isFalse();
        assertThat(still.lines()).last().asString().contains("does not come up", "it throws");
        assertThat(still.json().get("trouble").getAsString()).contains("it throws");
    }
}
