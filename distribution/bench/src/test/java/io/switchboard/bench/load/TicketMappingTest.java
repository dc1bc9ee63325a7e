package io.switchboard.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class TicketMappingTest {

    private final ObjectMapper json = new ObjectMapper();
    private final TicketMapping mapping = new TicketMapping("old-desk");

    @Test
    void aTicketOfAnotherSystemKeepsItsNumber() throws JsonProcessingException {
        ObjectNode ticket = map("{'id':'cs-1','subject':'Setup','body':'It hangs.'}");

        assertThat(ticket.path("externalSystem").asText()).isEqualTo("old-desk");
        assertThat(ticket.path("externalNumber").asText()).isEqualTo("cs-1");
        assertThat(ticket.path("description").asText()).isEqualTo("It hangs.");
    }

    @Test
    void wordsBecomeIds() throws JsonProcessingException {
        ObjectNode ticket = map("{'id':'1','subject':'S','body':'B','category':'Technical issue','priority':'Critical',"
                + "'extra':{'Product Purchased':'LG Smart TV (2021)'}}");

        assertThat(ticket.path("category").asText()).isEqualTo("technical-issue");
        assertThat(ticket.path("product").asText()).isEqualTo("lg-smart-tv-2021");
        assertThat(ticket.path("priority").asText()).isEqualTo("P1");
    }

    @Test
    void whatHasNoPlaceBecomesAField() throws JsonProcessingException {
        ObjectNode ticket = map("{'id':'1','subject':'S','body':'B','status':'Closed','answer':'',"
                + "'extra':{'Date of Purchase':'2021-03-22'}}");

        assertThat(ticket.path("fields").toString())
                .isEqualTo("{\"original.status\":\"Closed\",\"original.date_of_purchase\":\"2021-03-22\"}");
    }

    @Test
    void aSubjectThatIsTooLongOrMissingIsNoReasonToLoseATicket() throws JsonProcessingException {
        assertThat(map("{'id':'1','subject':'" + "x".repeat(400) + "','body':'B'}")
                        .path("subject")
                        .asText())
                .hasSize(300);
        assertThat(map("{'id':'1','body':'B'}").path("subject").asText()).isEqualTo("(no subject)");
    }

    @Test
    void aBodyForTheApiIsPostedAsItStands() throws JsonProcessingException {
        String line = "{\"subject\":\"S\",\"description\":\"D\"}";

        assertThat(map(line)).hasToString(line);
    }

    private ObjectNode map(String line) throws JsonProcessingException {
        return mapping.map((ObjectNode) json.readTree(line.replace('\'', '"')));
    }
}
