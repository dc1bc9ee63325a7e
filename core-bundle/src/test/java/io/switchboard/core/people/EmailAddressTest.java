package io.switchboard.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.api.error.SwitchboardException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    /** Where the shared test data lies: the system property {@code switchboard.shared}, else beside the repository. */
    private static Path cases() {
        return Path.of(System.getProperty("switchboard.shared", "../../shared"), "data", "addresses", "cases.jsonl");
    }

    @Test
    void theAddressesOfIsemailAreTakenAndRefusedAsTheyShouldBe() throws IOException {
        assumeTrue(Files.exists(cases()), () -> "there are no address cases at " + cases());
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(cases())) {
            JsonNode expected = new ObjectMapper().readTree(line).get("expect");
            String address = expected.get("address").asText();
            boolean taken = taken(address) || taken(withControls(address));
            if (taken && expected.get("invalid").asBoolean()) {
                wrong.add("taken: " + address + " (" + expected.get("diagnosis").asText() + ")");
            }
            if (!taken && expected.get("valid_smtp").asBoolean()) {
                wrong.add(
                        "refused: " + address + " (" + expected.get("diagnosis").asText() + ")");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void oneMailboxHasOneKeyHoweverItIsWritten() {
        assertThat(EmailAddress.of(" Ada@Example.ORG ", "email").key()).isEqualTo("ada@example.org");
        assertThat(EmailAddress.of("ada@bücher.example", "email").key()).isEqualTo("ada@xn--bcher-kva.example");
        assertThat(EmailAddress.of("jose\u0301@example.org", "email").key())
                .isEqualTo(EmailAddress.of("jos\u00e9@example.org", "email").key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@example.org\r\nBcc: eve@example.org", "ada\u0000@example.org", "ada\ud800@example.org"})
    void whatCouldBreakAHeaderOrAStoreIsRefused(String address) {
        assertThatThrownBy(() -> EmailAddress.of(address, "requester.email"))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.fields().get(0).field()).isEqualTo("requester.email"));
    }

    /** The cases write control characters as the pictures that stand for them. */
    private static String withControls(String address) {
        StringBuilder text = new StringBuilder();
        address.chars().forEach(sign -> text.append((char) (sign >= 0x2400 && sign < 0x2420 ? sign - 0x2400 : sign)));
        return text.toString();
    }

    private static boolean taken(String address) {
        try {
            EmailAddress.of(address, "email");
            return true;
        } catch (SwitchboardException refused) {
            return false;
        }
    }
}
