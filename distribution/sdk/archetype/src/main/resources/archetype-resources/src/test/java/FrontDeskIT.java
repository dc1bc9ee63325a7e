package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.testkit.server.RealServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The channel in the real server. */
class FrontDeskIT {
    private static final Path ARCHIVE = Path.of(System.getProperty("plugin.archive"));

    @Test
    void ticketsCarryTheChannel() throws Exception {
        try (RealServer server = RealServer.start(RealServer.home(), ARCHIVE)) {
            HttpResponse<String> opened = server.send("POST", "/api/v1/tickets", """
                    {"subject": "Lost badge", "description": "Please lock it.", "channel": "${channel}",
                     "requester": {"name": "Ada", "email": "ada@example.com"}}""");

            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
            assertThat(opened.body()).contains("\"channel\":\"${channel}\"");
            assertThat(server.get("/api/v1/extension-points").body()).contains("${groupId}.${artifactId}");
        }
    }
}
