package io.switchboard.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SharedData;
import io.switchboard.it.harness.SwitchboardServer;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts the files of the JSON Parsing Test Suite as tickets. */
@SwitchboardServer
class JsonSuiteIT {

    private static final String MALFORMED = "urn:switchboard:problem:malformed-request";

    private Http administrator;
    private List<Path> files;

    @BeforeEach
    void signIn(RunningServer server) {
        files = SharedData.files("text/json/test_parsing");
        administrator = server.administrator();
    }

    @Test
    void whatIsNoJsonIsRefused() throws FileNotFoundException {
        SoftAssertions each = new SoftAssertions();
        for (Path file : files("n_")) {
            Response answer = post(file);
            each.assertThat(answer.status()).as(file.getFileName().toString()).isEqualTo(400);
            each.assertThat(answer.header("Content-Type").orElse(""))
                    .as(file.getFileName().toString())
                    .startsWith("application/problem+json");
        }
        each.assertAll();
    }

    @Test
    void whatIsJsonIsNeverCalledMalformed() throws FileNotFoundException {
        SoftAssertions each = new SoftAssertions();
        for (Path file : files("y_")) {
            Response answer = post(file);
            each.assertThat(answer.status()).as(file.getFileName().toString()).isLessThan(500);
            each.assertThat(answer.json().path("type").asText())
                    .as(file.getFileName() + " " + answer)
                    .isNotEqualTo(MALFORMED);
        }
        each.assertAll();
    }

    @Test
    void whatMayBeJsonIsAnswered() throws FileNotFoundException {
        SoftAssertions each = new SoftAssertions();
        for (Path file : files("i_")) {
            each.assertThat(post(file).status())
                    .as(file.getFileName().toString())
                    .isLessThan(500);
        }
        each.assertAll();
    }

    private List<Path> files(String prefix) {
        List<Path> chosen = files.stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .toList();
        assertThat(chosen).isNotEmpty();
        return chosen;
    }

    private Response post(Path file) throws FileNotFoundException {
        return administrator.send(
                "POST", "/api/v1/tickets", BodyPublishers.ofFile(file), Map.of("Content-Type", "application/json"));
    }
}
