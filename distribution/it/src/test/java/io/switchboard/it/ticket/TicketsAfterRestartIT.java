package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at a ticket before and after the server was stopped. */
class TicketsAfterRestartIT {

    @Test
    void aTicketItsThreadAndItsHistoryOutliveTheServer(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Tickets before = new Tickets(server.administrator());
            String ticket = before.walk("Older than the process", List.of("assigned", "in_progress"));
            before.say(ticket, "reply", "Still there tomorrow?").expect(201);
            JsonNode seen = before.get(ticket).json();
            List<JsonNode> thread = before.thread(ticket);
            List<JsonNode> history = before.history(ticket);

            server.stop();
            server.startAgain();

            Tickets after = new Tickets(server.administrator());
            assertThat(after.get(ticket).json()).isEqualTo(seen);
            assertThat(after.thread(ticket)).isEqualTo(thread);
            assertThat(after.history(ticket)).isEqualTo(history);
        }
    }
}
