package io.switchboard.example.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.delivery.Courier.Receipt;
import io.switchboard.api.delivery.OutgoingMessage;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.testkit.CourierContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.fake.FixedPluginContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickupCourierTest implements CourierContract, PluginHealthContract {
    @TempDir
    Path pickup;

    @TempDir
    Path work;

    @Override
    public PickupCourier testee() {
        return courier(pickup.toString(), "desk@example.com");
    }

    private PickupCourier courier(String folder, String sender) {
        try {
            return new PickupCourier(folder, sender, FixedPluginContext.of("example-courier", work));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Address reachable() {
        return new Address("email", "ada@example.org", "Ada");
    }

    @Override
    public long arrived() {
        try (Stream<Path> files = Files.list(pickup)) {
            return files.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static OutgoingMessage message(Address to, String subject, String text) {
        return new OutgoingMessage(
                SampleIds.uuid(1),
                null,
                to,
                subject,
                text,
                null,
                List.of(),
                true,
                List.of("<first@example.com>", "broken\r\nBcc: eve@example.net"),
                Map.of());
    }

    private String mail() throws IOException {
        return Files.readString(pickup.resolve(SampleIds.uuid(1) + ".eml"), StandardCharsets.US_ASCII);
    }

    private static String body(String mail) {
        String encoded = mail.substring(mail.indexOf("\r\n\r\n") + 4);
        return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Test
    void aMailHasWhatAMailServerWants() throws IOException {
        testee().deliver(message(reachable(), "Your ticket", "Fertig, Grüße"));

        assertThat(mail())
                .contains(
                        "From: desk@example.com\r\n",
                        "To: Ada <ada@example.org>\r\n",
                        "Subject: Your ticket\r\n",
                        "Message-ID: <" + SampleIds.uuid(1) + "@example.com>\r\n",
                        "In-Reply-To: <first@example.com>\r\n",
                        "Auto-Submitted: auto-generated\r\n")
                .doesNotContain("eve@example.net");
        assertThat(body(mail())).isEqualTo("Fertig, Grüße");
    }

    @Test
    void noTextBeginsAHeaderOfItsOwn() throws IOException {
        Address to = new Address("email", "ada@example.org", "Ada\r\nBcc: eve@example.net");
        testee().deliver(message(to, "Grüße\r\nBcc: eve@example.net " + "ä".repeat(200), "x"));

        String headers = mail().substring(0, mail().indexOf("\r\n\r\n"));
        assertThat(headers.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
        assertThat(headers).contains("Subject: =?UTF-8?B?").doesNotContain("Bcc");
    }

    @Test
    void whatWasPickedUpDoesNotGoOutAgain() throws IOException {
        Receipt first = testee().deliver(message(reachable(), "Once", "x"));
        Files.delete(pickup.resolve(SampleIds.uuid(1) + ".eml"));

        assertThat(testee().deliver(message(reachable(), "Once", "x"))).isEqualTo(first);
        assertThat(arrived()).isZero();
    }

    @Test
    void anAddressThatIsNoneIsRefusedForGood() throws IOException {
        for (String address : List.of("", "ada", "ada@example.org\r\nBcc: eve@example.net", "\"a b\"@example.org")) {
            Address to = new Address("email", address, "Ada");
            assertThat(testee().reaches(to)).isFalse();
            assertThat(testee().deliver(message(to, "x", "x"))).isInstanceOf(Receipt.Refused.class);
        }
        assertThat(arrived()).isZero();
    }

    @Test
    void withoutAFolderItReachesNobodyAndMailWaits() {
        for (PickupCourier unset : List.of(
                courier("", "desk@example.com"),
                courier("relative", "desk@example.com"),
                courier(pickup.toString(), "no address"),
                courier(pickup.resolve("gone").toString(), "desk@example.com"))) {
            assertThat(unset.reaches(reachable())).isFalse();
            assertThat(unset.check().grade()).isNotEqualTo(Grade.GREEN);
            assertThatThrownBy(() -> unset.deliver(message(reachable(), "x", "x")))
                    .isInstanceOf(IOException.class);
        }
    }
}
