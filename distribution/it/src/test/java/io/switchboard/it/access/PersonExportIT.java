package io.switchboard.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What somebody gets who asks what the desk knows of them. */
@SwitchboardServer
class PersonExportIT {
    private static final String API = "/api/v1";

    @Test
    void anExportHasTheirTicketsAndFilesAndNoNoteAndNothingOfOthers(RunningServer server) throws IOException {
        Http administrator = server.administrator();
        String email = "ada." + UUID.randomUUID() + "@example.org";
        String file = administrator
                .send(
                        "POST",
                        API + "/attachments?name=log.txt",
                        BodyPublishers.ofString("what it printed"),
                        Map.of("Content-Type", "text/plain"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        String ticket = administrator
                .post(
                        API + "/tickets?wait=triage",
                        Map.of(
                                "subject",
                                "Printer",
                                "description",
                                "It smokes",
                                "requester",
                                Map.of("name", "Ada", "email", email),
                                "attachments",
                                List.of(file)))
                .expect(201)
                .json()
                .path("id")
                .asText();
        administrator
                .post(API + "/tickets/" + ticket + "/messages", Map.of("kind", "note", "body", "only for the desk"))
                .expect(201);
        administrator
                .post(
                        API + "/tickets",
                        Map.of(
                                "subject",
                                "Of somebody else",
                                "description",
                                "x",
                                "requester",
                                Map.of("email", "other." + email)))
                .expect(201);
        String person = administrator
                .get(API + "/customers?q=" + email)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        Map<String, String> entries = entries(administrator
                .get(API + "/people/" + person + "/export")
                .expect(200)
                .bytes());
        assertThat(entries.get("person.json")).contains(email);
        assertThat(entries.get("files/" + file)).isEqualTo("what it printed");
        assertThat(entries.get("contents.json")).contains("\"tickets\":1").contains("\"leftOut\":[]");
        assertThat(String.join("\n", entries.values()))
                .contains("It smokes")
                .doesNotContain("only for the desk")
                .doesNotContain("Of somebody else");
        assertThat(administrator
                        .get(API + "/audit?kind=person.exported&object=person:" + person)
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
