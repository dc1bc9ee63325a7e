package io.switchboard.directory.http;

import static io.switchboard.directory.http.CrmBench.ADA;
import static io.switchboard.directory.http.CrmBench.MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.testkit.CustomerDirectoryContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.data.HostileTexts;
import io.switchboard.testkit.fake.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a CRM that answers over real HTTP. */
class HttpDirectoryTest implements CustomerDirectoryContract, PluginHealthContract {
    private final MovableClock clock = new MovableClock();

    @SuppressWarnings("NullAway.Init")
    private FakeCrm crm;

    @BeforeEach
    void startCrm() throws IOException {
        crm = new FakeCrm(ADA);
        crm.answer = MAIL + ", \"name\": \"Ada\", \"vip\": true}";
    }

    @AfterEach
    void stopCrm() {
        crm.stop();
    }

    @Override
    public HttpDirectory testee() {
        return directory(Map.of());
    }

    @Override
    public String knownEmail() {
        return ADA;
    }

    @Test
    void theAnswerIsReadAlongThePointersOfTheSettings() {
        crm.answer = """
                {"results": [{"mail": "ADA+crm@example.org", "full/name": " Ada Lovelace ", "firm": {"name": "Engines"},
                  "tier": "Platinum", "lang": "pt_br", "tz": "Europe/London", "phones": ["+44 20 1234"],
                  "owner": {"name": "Grace"}, "revenue": 12000}]}
                """;
        HttpDirectory directory = directory(Map.ofEntries(
                Map.entry("customer", "/results/0"),
                Map.entry("email", "/mail"),
                Map.entry("name", "/full~1name"),
                Map.entry("organization", "/firm/name"),
                Map.entry("vip", "/tier"),
                Map.entry("vipValues", new String[] {"platinum"}),
                Map.entry("language", "/lang"),
                Map.entry("zone", "/tz"),
                Map.entry("phone", "/phones/0"),
                Map.entry("attributes", new String[] {"account manager = /owner/name", "revenue=/revenue"})));
        assertThat(directory.byEmail(ADA))
                .contains(new DirectoryEntry(
                        "Ada Lovelace",
                        "Engines",
                        true,
                        "pt-BR",
                        ZoneId.of("Europe/London"),
                        "+44 20 1234",
                        Map.of("account manager", "Grace", "revenue", "12000")));
        assertThat(directory.check().grade()).isEqualTo(Grade.GREEN);
    }

    @Test
    void theAddressIsEncodedAndTheSecretStandsInItsHeader() {
        directory(Map.of("header", "X-Key", "secret", "s3cret")).byEmail(ADA);
        assertThat(crm.asked).containsExactly("email=ada%2Bcrm%40example.org");
        assertThat(crm.secrets).containsExactly("s3cret");
        testee().byEmail("eve&admin=1/../#@example.org");
        assertThat(crm.asked).contains("email=eve%26admin%3D1%2F..%2F%23%40example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true              | true",
                "\"YES\"           | true",
                "1                 | true",
                "[\"new\",\"VIP\"] | true",
                "false             | false",
                "null              | false",
                "\"gold\"          | false",
                "[]                | false",
                "[\"new\",[\"vip\"]] | false"
            })
    void importanceIsAValueOrStandsInAList(String value, boolean important) {
        crm.answer = MAIL + ", \"vip\": " + value + "}";
        assertThat(testee().byEmail(ADA)).map(DirectoryEntry::vip).contains(important);
    }

    @Test
    void whereNoImportanceStandsNothingIsSaidAboutIt() {
        crm.answer = MAIL + "}";
        assertThat(testee().byEmail(ADA))
                .hasValueSatisfying(ada -> assertThat(ada.vip()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "{\"email\": \"eve@example.org\", \"vip\": true}"})
    void anAnswerAboutNobodyOrSomebodyElseSaysThatTheCustomerIsUnknown(String answer) {
        crm.answer = answer;
        HttpDirectory directory = testee();
        assertThat(directory.byEmail(ADA)).isEmpty();
        assertThat(directory.check().grade()).isEqualTo(Grade.GREEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404, 410})
    void aStatusSaysThatTheCustomerIsUnknown(int status) {
        crm.status = status;
        crm.answer = status == 204 ? "" : "<html>none</html>";
        HttpDirectory directory = testee();
        assertThat(directory.byEmail(ADA)).isEmpty();
        assertThat(directory.check().grade()).isEqualTo(Grade.GREEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"name\": {\"first\": \"Ada\"} | 'name' leads to an object, not to a value, at /name",
                "\"organization\": [\"Engines\"] | 'organization' leads to a list, not to a value, at /organization",
                "\"vip\": {\"tier\": 1} | 'vip' leads to an object, not to a value, at /vip"
            })
    void aPointerThatLeadsAstrayIsNamedAndNothingOfTheAnswerIsTaken(String field, String sentence) {
        crm.answer = MAIL + ", " + field + "}";
        HttpDirectory directory = testee();
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining(sentence);
        assertThat(directory.check().message()).contains(sentence).doesNotContain("Ada", "Engines");
        assertThat(directory.check().grade()).isEqualTo(Grade.YELLOW);
    }

    @Test
    void anAnswerOfAnotherShapeNamesTheSettingThatIsToBeMended() {
        HttpDirectory directory = testee();
        crm.answer = "[" + crm.answer + "]";
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining("'customer'", "/0");
        crm.answer = "{\"mail\": \"" + ADA + "\", \"vip\": true}";
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining("'email'", "/email");
        assertThat(directory.check().message()).contains("'customer'", "'email'");
    }

    @Test
    void aValueThatIsNoneIsLeftOutAndNamedByItsSettingForAnHour() {
        crm.answer = MAIL + ", \"name\": \"A\\nda\", \"vip\": true, \"lang\": \"no language\", \"tel\": \"n/a\","
                + " \"tz\": \"Mars\", \"lone\": \"\\ud800\"}";
        HttpDirectory directory = directory(Map.of(
                "language", "/lang", "phone", "/tel", "zone", "/tz", "attributes", new String[] {"lone = /lone"}));
        assertThat(directory.byEmail(ADA)).contains(new DirectoryEntry(null, null, true, null, null, null, Map.of()));
        assertThat(directory.check().message())
                .contains("attributes; language; name; phone; zone")
                .doesNotContain("no language", "Mars");
        clock.move(Duration.ofHours(2));
        assertThat(directory.check().grade()).isEqualTo(Grade.GREEN);
    }

    @Test
    void noTextInAnAnswerBreaksAnything() {
        for (String hostile : HostileTexts.all()) {
            String text = hostile.replace("\\", "\\\\").replace("\"", "\\\"");
            crm.answer = MAIL + ", \"name\": \"" + text.replaceAll("\\p{Cntrl}", " ") + "\"}";
            assertThat(directory(Map.of("maximumAnswer", 4096)).byEmail(ADA)).isPresent();
        }
    }

    @Test
    void anAddressInAnotherFormIsTheSame() throws IOException {
        crm.stop();
        String key = "ada@xn--bcher-kva.example";
        crm = new FakeCrm(key);
        crm.answer = "{\"email\": \"Ada@BÜCHER.example\"}";
        assertThat(testee().byEmail(key)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://crm.example/{email}",
                "https://crm.example/all",
                "https://crm.example/#{email}",
                "https:///{email}",
                "https://crm.example/{email} x",
                "crm.example/{email}"
            })
    void withoutAnAddressNothingIsAskedAndHealthSaysWhy(String address) {
        HttpDirectory directory = directory(Map.of("address", address));
        assertThat(directory.check().message()).contains("set 'address'");
        assertThat(directory.byEmail(ADA)).isEmpty();
    }

    @Test
    void healthSaysWhichSettingCannotBeFollowed() {
        assertThat(directory(Map.of("name", "name")).check().message()).contains("'name' is no pointer");
        for (String line : new String[] {"x", "= /x", "x =", "x = y"}) {
            assertThat(directory(Map.of("attributes", new String[] {line}))
                            .check()
                            .message())
                    .contains("'attributes'");
        }
        assertThat(directory(Map.of("attributes", new String[] {" "})).check().grade())
                .isEqualTo(Grade.GREEN);
    }

    @Test
    void theEditionChangesWithTheSettingsAndWithNothingElse() {
        assertThat(testee().edition()).isEqualTo(testee().edition());
        assertThat(directory(Map.of("vip", "/tier")).edition()).isNotEqualTo(testee().edition());
        assertThat(directory(Map.of("vipValues", new String[] {"gold"})).edition())
                .isNotEqualTo(testee().edition());
    }

    private HttpDirectory directory(Map<String, ?> changed) {
        return new CrmBench(crm, clock).directory(changed);
    }
}
